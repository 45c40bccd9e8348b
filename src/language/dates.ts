import { directionOf } from './dates-direction.ts';
import { findDates } from './dates-finding.ts';
import { type CalendarDate, resolveDate } from './dates-resolving.ts';
import { tagSentence } from './tagger.ts';

/** A date in a sentence: where it is written, and what it means when that can be known. */
export interface ReadDate extends Partial<CalendarDate> {
  readonly from: number;
  readonly to: number;
}

/** A "sentence" longer than this is a table or noise, and looking around each of its dates would take for ever. */
const LONGEST = 4000;

/**
 * The dates a sentence names, in order. Relative ones ("Friday", "next month", "May 16") are resolved
 * against the day of publication, on the side of it that the sentence's verbs say; without one they stay
 * unresolved. The clock is never read.
 * @param published YYYY-MM-DD
 */
export function readDates(sentence: { readonly text: string }, published?: string): readonly ReadDate[] {
  const { text } = sentence;
  if (text.length > LONGEST) return [];
  const dates: ReadDate[] = [];
  for (const { kind, from, to } of findDates(text)) {
    const written = text.slice(from, to);
    const direction = directionOf(tagSentence(sentence), from, to);
    const nowadays = direction === undefined || direction === 'present';
    if (written.toLowerCase() === 'today' && nowadays && !isPossessive(text, to)) continue;
    dates.push({ from, to, ...resolveDate(kind, written, published, direction) });
  }
  return dates;
}

function isPossessive(text: string, at: number): boolean {
  return /^['’]s/.test(text.slice(at, at + 2));
}
