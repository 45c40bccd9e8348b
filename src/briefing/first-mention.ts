import type { Mention } from '../language/names/mentions.ts';
import type { Named } from '../language/names/read-names.ts';
import { type Cited, citePart, type Sentence } from '../story/article.ts';

/**
 * The first mention of a name as a citation: in the body, where the story introduces it, else in the
 * headline. Of an organisation that has a name and an acronym, the first mention of the name.
 */
export function firstMention(named: Named): Cited | undefined {
  const body = named.mentions.filter(({ sentence }) => sentence.paragraph > 0);
  const full = named.type === 'organisation' ? body.find(({ text }) => text === named.name) : undefined;
  const mention = full ?? body[0] ?? named.mentions[0];
  return mention && citeMention(mention);
}

function citeMention({ sentence, words, from, text }: Mention): Cited {
  const start = words[from]?.start ?? 0;
  return citePart(sentence as Sentence, start, start + text.length);
}

/** The citations of those names, in story order. */
export function inStoryOrder<T extends Cited>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}
