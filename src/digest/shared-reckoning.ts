import type { SubscriptionRow } from '../store/subscriptions.ts';
import { type Reckoned, reckon } from './reckon.ts';
import { readSchedule } from './subscription-rows.ts';

/** Different schedules remembered: more than there are zones times full hours. */
const MOST = 10_000;

/**
 * Reckons rows as `reckon` does at one instant, once for all that have the same schedule and were last reckoned at
 * the same time: most of a wave, as computing local times is most of its work.
 * @param window milliseconds
 */
export function sharedReckoning(now: number, window: number): (row: SubscriptionRow) => Reckoned {
  const known = new Map<string, Reckoned>();
  return (row) => {
    const { zone, local_minute, weekdays, quiet_dates, reckoned_at, last_local_date } = row;
    const key = [zone, local_minute, weekdays, quiet_dates, reckoned_at, last_local_date].join(' ');
    const before = known.get(key);
    if (before) return before;
    if (known.size >= MOST) known.clear();
    const reckoning = { reckonedAt: reckoned_at, lastLocalDate: last_local_date ?? undefined };
    const reckoned = reckon(readSchedule(row), reckoning, now, window);
    known.set(key, reckoned);
    return reckoned;
  };
}
