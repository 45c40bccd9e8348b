import { readNumbers } from '../language/numbers.ts';
import { type Article, citePart } from '../story/article.ts';
import type { NumberMention } from './brief.ts';

/**
 * The numbers of the body with what they count, each distinct one once, at its first mention. "Two" days and
 * "two" referendums are distinct; the same figure for the same thing, or the same sum, is not.
 */
export function findNumberMentions(article: Article): readonly NumberMention[] {
  const seen = new Set<string>();
  const mentions: NumberMention[] = [];
  for (const sentence of article.paragraphs.flatMap(({ sentences }) => sentences)) {
    for (const { kind, from, to, counted } of readNumbers(sentence)) {
      const cited = citePart(sentence, from, to);
      const counts = counted && sentence.text.slice(counted.from, counted.to);
      const value = cited.text.toLowerCase();
      const key = kind === 'count' && counts ? `${value}|${counts.toLowerCase()}` : value;
      if (seen.has(key)) continue;
      // A later bare "33" is that number again, of whatever it counted.
      seen.add(key).add(value);
      mentions.push({ ...cited, ...(counts && { counts }) });
    }
  }
  return mentions;
}
