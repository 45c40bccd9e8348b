import { nextOccurrence, type Occurrence, occurrencesBetween } from './occurrences.ts';
import type { LocalSchedule } from './subscription.ts';

/** How far a subscription's occurrences have been accounted for. */
export interface Reckoning {
  /** Epoch milliseconds: up to here. */
  readonly reckonedAt: number;
  readonly lastLocalDate: string | undefined;
}

/** What became due since. */
export interface Reckoned {
  /** To be sent. */
  readonly due: Occurrence | undefined;
  /** Too old to be sent, or older than one that is: in order. */
  readonly missed: readonly Occurrence[];
  readonly next: Occurrence | undefined;
  readonly lastLocalDate: string | undefined;
}

/** Most that are told as missed, the newest: a year of days and some. */
const MOST_MISSED = 400;

/**
 * What became due of a schedule since it was last reckoned: at most one, the newest, is to be sent, if its time is
 * not longer ago than the window. The clock may have been set back meanwhile: nothing becomes due a second time.
 * @param window milliseconds
 */
export function reckon(
  schedule: LocalSchedule,
  { reckonedAt, lastLocalDate }: Reckoning,
  now: number,
  window: number,
): Reckoned {
  const past = occurrencesBetween(schedule, Math.min(reckonedAt, now), now, { lastLocalDate });
  const newest = past.at(-1);
  const isInTime = newest !== undefined && now - newest.instant <= window;
  const last = newest?.localDate ?? lastLocalDate;
  return {
    due: isInTime ? newest : undefined,
    missed: (isInTime ? past.slice(0, -1) : past).slice(-MOST_MISSED),
    next: nextOccurrence(schedule, now, { lastLocalDate: last }),
    lastLocalDate: last,
  };
}
