import { citeSentence } from '../story/article.ts';
import type { TimelineEntry } from './brief.ts';
import type { DatedSentence } from './dated-sentences.ts';

/**
 * What happened when: the sentences that name a date, the earliest first. A sentence goes by its first
 * resolved date; what cannot be resolved stands after what the story tells before it. Damaged sentences
 * are left out.
 */
export function timelineOf(dated: readonly DatedSentence[]): readonly TimelineEntry[] {
  const entries = dated.flatMap(({ sentence, dates }) => {
    if (sentence.damaged) return [];
    const told = dates.find(({ date }) => date !== undefined) ?? dates[0];
    const { from, to, date, until } = told;
    const when = sentence.text.slice(from, to);
    return [{ ...citeSentence(sentence), when, ...(date && { date }), ...(until && { until }) }];
  });
  const resolved = entries
    .filter(({ date }) => date !== undefined)
    .sort((a, b) => orderOf(a).localeCompare(orderOf(b)) || inStoryOrder(a, b));
  const timeline: TimelineEntry[] = resolved;
  for (const entry of entries.filter(({ date }) => date === undefined)) {
    // After the entry the story tells last before it.
    const before = timeline.filter((other) => inStoryOrder(other, entry) < 0);
    const previous = before.sort(inStoryOrder).at(-1);
    timeline.splice(previous === undefined ? 0 : timeline.indexOf(previous) + 1, 0, entry);
  }
  return timeline;
}

/** A year or month comes before its days. */
function orderOf({ date = '' }: TimelineEntry): string {
  return date;
}

function inStoryOrder(a: TimelineEntry, b: TimelineEntry): number {
  return a.paragraph - b.paragraph || a.start - b.start;
}
