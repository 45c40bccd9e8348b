import { Temporal } from 'temporal-polyfill';
import type { LocalSchedule } from './subscription.ts';

/** One digest's time: its local date, which names it, and the instant it is due. */
export interface Occurrence {
  /** YYYY-MM-DD in the schedule's zone. */
  readonly localDate: string;
  /** Epoch milliseconds. */
  readonly instant: number;
}

/** What has had its digest already: occurrences of these are none. */
export interface Accounted {
  /** The newest local date that has one; `undefined` before the first. */
  readonly lastLocalDate?: string | undefined;
}

/**
 * The first occurrence strictly after an instant. A local time that a clock change skips is moved forward by the
 * gap, one that comes twice is the first of the two, a local date that the zone never had has none, and a date
 * has at most one.
 * @param after epoch milliseconds
 * @returns undefined when quiet dates leave none
 * @throws RangeError when the zone is not one
 */
export function nextOccurrence(
  schedule: LocalSchedule,
  after: number,
  accounted: Accounted = {},
): Occurrence | undefined {
  for (const occurrence of occurrencesAfter(schedule, after, accounted)) return occurrence;
  return undefined;
}

/** The next so many, as `nextOccurrence` has them, in order; fewer when quiet dates leave no more. */
export function nextOccurrences(
  schedule: LocalSchedule,
  after: number,
  count: number,
  accounted: Accounted = {},
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  if (count < 1) return found;
  for (const occurrence of occurrencesAfter(schedule, after, accounted)) {
    found.push(occurrence);
    if (found.length >= count) break;
  }
  return found;
}

/** Those after one instant, up to and including another, in order. */
export function occurrencesBetween(
  schedule: LocalSchedule,
  after: number,
  until: number,
  accounted: Accounted = {},
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of occurrencesAfter(schedule, after, accounted)) {
    if (occurrence.instant > until) break;
    found.push(occurrence);
  }
  return found;
}

/** The local date of an instant, as YYYY-MM-DD. */
export function localDateOf(zone: string, instant: number): string {
  return dateAt(zone, instant).toString();
}

/**
 * Without an occurrence for so many days, and a week for every quiet date, there will be none: a weekday comes
 * every seven days, and a zone that skips a date does not skip the one a week later.
 */
const FRUITLESS_DAYS = 16;

function* occurrencesAfter(schedule: LocalSchedule, after: number, accounted: Accounted) {
  const { zone, minute, weekdays, quietDates } = schedule;
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const quiet = new Set(quietDates);
  const patience = FRUITLESS_DAYS + 7 * quiet.size;
  // A time that a clock change at midnight skips falls into the next day: the day before may have one to come.
  let date = dateAt(zone, after).subtract({ days: 1 });
  const last = accounted.lastLocalDate;
  if (last !== undefined && date.toString() <= last) date = Temporal.PlainDate.from(last).add({ days: 1 });
  for (let fruitless = 0; fruitless < patience; fruitless++, date = date.add({ days: 1 })) {
    if (((weekdays >> (date.dayOfWeek - 1)) & 1) === 0) continue;
    const localDate = date.toString();
    if (quiet.has(localDate)) continue;
    const at = date.toZonedDateTime({ timeZone: zone, plainTime: time });
    if (!at.toPlainDate().equals(date) && !hasDate(zone, date)) continue;
    if (at.epochMilliseconds <= after) continue;
    fruitless = 0;
    yield { localDate, instant: at.epochMilliseconds };
  }
}

/** Whether any instant has this date: Samoa went from 29 to 31 December 2011. */
function hasDate(zone: string, date: Temporal.PlainDate): boolean {
  return date.toZonedDateTime(zone).toPlainDate().equals(date);
}

function dateAt(zone: string, instant: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}
