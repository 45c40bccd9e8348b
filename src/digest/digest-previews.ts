import type { DigestDesk } from '../chat/digest-desk.ts';
import { refusal } from '../chat/which-story.ts';
import { digestWording } from '../chat/wording-digest.ts';
import { createCompose, type Sources } from './compose.ts';
import { previewOnly } from './desk/preview.ts';

/** Digests where none can be sent, nor kept: what one would say, and for the rest where to go. */
export function createDigestPreviews(sources: Sources): Pick<DigestDesk, 'handle'> {
  const compose = createCompose(sources);
  return {
    async handle({ asker, intent, at }) {
      if (intent.kind !== 'preview') return refusal(digestWording.onlyPreviewed, []);
      return previewOnly({ sources, compose }, asker, intent.choices, at);
    },
  };
}
