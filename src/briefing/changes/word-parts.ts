import { diffWordsWithSpace } from 'diff';
import type { WordPart } from './changes.ts';

/** More edits than this within a sentence, and telling word from word says nothing any more. */
const MOST_EDITS = 120;

/**
 * Which words of a sentence were kept, taken out and put in, in reading order; white space is kept exactly.
 * Texts with hardly a word in common are one part removed and one added.
 */
export function wordParts(before: string, after: string): readonly WordPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'kept', text: before }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [part('removed', before), part('added', after)].filter(isSaid);
  return changes
    .map(({ value, added, removed }) => part(added ? 'added' : removed ? 'removed' : 'kept', value))
    .filter(isSaid);
}

function part(kind: WordPart['kind'], text: string): WordPart {
  return { kind, text };
}

function isSaid({ text }: WordPart): boolean {
  return text !== '';
}
