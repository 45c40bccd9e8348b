import { type ReadDate, readDates } from '../language/dates.ts';
import { type Article, type Cited, citePart, type Sentence } from '../story/article.ts';
import type { DateMention } from './brief.ts';

/** A sentence of the body with the dates it names, at least one. */
export interface DatedSentence {
  readonly sentence: Sentence;
  readonly dates: readonly [ReadDate, ...ReadDate[]];
}

/** The body's sentences that name a date, in story order, read against the article's day of publication. */
export function datedSentences(article: Article): readonly DatedSentence[] {
  const published = article.published?.date;
  return article.paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap((sentence) => {
      const [first, ...rest] = readDates(sentence, published);
      return first === undefined ? [] : [{ sentence, dates: [first, ...rest] as const }];
    }),
  );
}

/** Each distinct date once, at its first mention: the same words for another day are another date. */
export function findDateMentions(dated: readonly DatedSentence[]): readonly DateMention[] {
  const seen = new Set<string>();
  const mentions: DateMention[] = [];
  for (const { sentence, dates } of dated) {
    for (const { from, to, date, until } of dates) {
      const cited: Cited = citePart(sentence, from, to);
      const key = `${cited.text.toLowerCase().replace(/^the /, '')}|${date ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      mentions.push({ ...cited, ...(date && { date }), ...(until && { until }) });
    }
  }
  return mentions;
}
