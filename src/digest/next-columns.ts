import type { SubscriptionRow } from '../store/subscriptions.ts';
import { TZDATA } from './enqueue-due.ts';
import { nextOccurrence } from './occurrences.ts';
import type { LocalSchedule } from './subscription.ts';

/** The columns that say when it is due next, reckoned from now. */
export function nextColumns(
  schedule: LocalSchedule,
  { last_local_date }: Pick<SubscriptionRow, 'last_local_date'>,
  now: number,
) {
  const next = nextOccurrence(schedule, now, { lastLocalDate: last_local_date ?? undefined });
  return { next_due_at: next?.instant ?? null, reckoned_at: now, tzdata: TZDATA };
}

/** The columns of one that was stopped and goes on from now. */
export function resumedColumns(
  schedule: LocalSchedule,
  row: Pick<SubscriptionRow, 'last_local_date'>,
  now: number,
) {
  return { status: 'active', trouble: null, told_at: null, ...nextColumns(schedule, row, now) } as const;
}
