import { setImmediate as yieldTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import { forgetDeliveriesAfter, subscriptionsReckonedAfter, waitNoLongerThan } from '../store/ahead.ts';
import { noteReckoned } from '../store/due-subscriptions.ts';
import type { EngineName, Store } from '../store/store.ts';
import type { SubscriptionRow } from '../store/subscriptions.ts';
import type { Tables } from '../store/tables.ts';
import { nextColumns } from './next-columns.ts';
import { readSchedule } from './subscription-rows.ts';

/** Milliseconds that the clocks of several processes may differ by, and some. */
const TOLERATED = 5 * 60_000;
/** Subscriptions of one transaction. */
const TOGETHER = 100;

/**
 * Takes back what was reckoned by a clock that was ahead: the days that have not come count as accounted for, and
 * nothing would be sent until they have. What was sent for one of them stays that day's digest.
 * @returns of how many subscriptions; none as a rule
 */
export async function takeBackAhead(store: Store, now: number): Promise<number> {
  let count = 0;
  for (;;) {
    const done = await store.transaction(async (db) => {
      const rows = await subscriptionsReckonedAfter(db, store.engine, now + TOLERATED, TOGETHER);
      if (rows.length > 0 && count === 0) await waitNoLongerThan(db, now + TOLERATED);
      await takenBack(db, store.engine, rows, now);
      return rows.length;
    });
    count += done;
    if (done < TOGETHER) return count;
    await yieldTurn();
  }
}

/**
 * One that is about to be changed, as it is without what a clock that was ahead made of it.
 * @param row locked by this transaction
 */
export async function soundRow(
  db: Transaction<Tables>,
  engine: EngineName,
  row: SubscriptionRow,
  now: number,
): Promise<SubscriptionRow> {
  if (row.reckoned_at <= now + TOLERATED) return row;
  await waitNoLongerThan(db, now + TOLERATED);
  const [sound = row] = await takenBack(db, engine, [row], now);
  return sound;
}

async function takenBack(
  db: Transaction<Tables>,
  engine: EngineName,
  rows: readonly SubscriptionRow[],
  now: number,
): Promise<readonly SubscriptionRow[]> {
  if (rows.length === 0) return [];
  const lastDates = await forgetDeliveriesAfter(
    db,
    rows.map(({ id }) => id),
    now,
  );
  const sound = rows.map((row) => {
    const last_local_date = lastDates.get(row.id) ?? null;
    const next = nextColumns(readSchedule(row), { last_local_date }, now);
    return { ...row, last_local_date, ...next, ...(row.status !== 'active' && { next_due_at: null }) };
  });
  await noteReckoned(
    db,
    engine,
    sound.map(({ id, next_due_at, last_local_date, reckoned_at, tzdata }) => ({
      id,
      next_due_at,
      last_local_date,
      reckoned_at,
      tzdata,
    })),
  );
  return sound;
}
