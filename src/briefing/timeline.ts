import { citeSentence } from '../story/article.ts';
import type { TimelineEntry } from './brief.ts';
import type { DatedSentence } from './dated-sentences.ts';

/**
 * What happened when: the undamaged sentences that name a date, the earliest first, a year or month before
 * its days. A sentence goes by the first of its dates that is resolved; one that has none stands where the
 * story tells it, after the dated one before it.
 */
export function timelineOf(dated: readonly DatedSentence[]): readonly TimelineEntry[] {
  let order = '';
  return dated
    .filter(({ sentence }) => !sentence.damaged)
    .map(({ sentence, dates }) => {
      const { from, to, date, until } = dates.find((one) => one.date !== undefined) ?? dates[0];
      order = date ?? order;
      const when = sentence.text.slice(from, to);
      const entry = { ...citeSentence(sentence), when, ...(date && { date }), ...(until && { until }) };
      return { entry, order };
    })
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ entry }) => entry);
}
