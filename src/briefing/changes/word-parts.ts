import { diffArrays } from 'diff';
import type { WordPart } from './changes.ts';

/** More edits than this within a sentence, and telling word from word says nothing any more. */
const MOST_EDITS = 120;

/** A word with its apostrophes, a number with the marks between its digits, white space, or any other character. */
const TOKEN =
  /(?:[\p{L}\p{N}\p{M}_]|(?<=\p{N})[.,:\u00A0\u202F](?=\p{N})|(?<=[\p{L}\p{M}])['’](?=\p{L}))+|\s+|[\s\S]/gu;

/**
 * Which words of a sentence were kept, taken out and put in, in reading order; a number is one word, and white space
 * is kept exactly. Texts with hardly a word in common are one part removed and one added.
 */
export function wordParts(before: string, after: string): readonly WordPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'kept', text: before }];
  const changes = diffArrays(tokensOf(before), tokensOf(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return [part('removed', before), part('added', after)].filter(isSaid);
  return changes
    .map(({ value, added, removed }) => part(added ? 'added' : removed ? 'removed' : 'kept', value.join('')))
    .filter(isSaid);
}

function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

function part(kind: WordPart['kind'], text: string): WordPart {
  return { kind, text };
}

function isSaid({ text }: WordPart): boolean {
  return text !== '';
}
