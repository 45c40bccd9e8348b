import { addAfter } from './context-after.ts';
import { addBefore } from './context-before.ts';
import type { Evidence } from './name-evidence.ts';
import type { Word } from './words.ts';

/** What stands around a mention says about its kind. Indices into the sentence's words, `to` exclusive. */
export function contextEvidence(words: readonly Word[], from: number, to: number, titled: boolean): Evidence {
  const evidence: Evidence = { person: 0, place: 0, organisation: 0 };
  if (titled) evidence.person += 4;
  addBefore(evidence, words, from, to, titled);
  addAfter(evidence, words, to);
  return evidence;
}
