import { setImmediate as yieldTurn } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Attention } from '../ops/attention.ts';
import {
  dueSubscriptions,
  type EnteredDelivery,
  enterDeliveries,
  noteReckoned,
  outdatedSubscriptions,
  type Reckoned as ReckonedColumns,
} from '../store/due-subscriptions.ts';
import type { EngineName, Store } from '../store/store.ts';
import type { SubscriptionRow } from '../store/subscriptions.ts';
import type { Tables } from '../store/tables.ts';
import { newId } from './new-id.ts';
import { nextOccurrence, type Occurrence } from './occurrences.ts';
import { type Reckoned, reckon } from './reckon.ts';
import { sharedReckoning } from './shared-reckoning.ts';
import { readSchedule } from './subscription-rows.ts';

/** The version of the time zone data that local times are computed with. */
export const TZDATA: string = process.versions['tz'] ?? '';

/** Subscriptions of one transaction: few enough for interactive answers in between. */
const TOGETHER = 100;
/** Milliseconds, at most, that whoever asks something is let go first between two of those. */
const STANDS_BACK = 8;

/**
 * Enters into the ledger what has become due, and notes when each subscription is due next. Whatever of it is
 * done is done for good; other processes may do the same at the same time.
 * @param window milliseconds: what was due longer ago is entered as missed
 * @returns how many deliveries were entered to be sent
 */
export async function enqueueDue(
  store: Store,
  now: number,
  window: number,
  attention: Pick<Attention, 'quiet'>,
): Promise<number> {
  const reckonRow = sharedReckoning(now, window);
  let entered = 0;
  for (;;) {
    const done = await store.transaction(async (db) => {
      const rows = await dueSubscriptions(db, store.engine, now, TOGETHER);
      const reckoned = rows.map((row) => enteredOf(row, reckonRow(row), now));
      const due = reckoned.flatMap(({ due }) => due);
      await enterDeliveries(
        db,
        store.engine,
        reckoned.flatMap(({ missed }) => missed),
      );
      const enteredDue = await enterDeliveries(db, store.engine, due);
      await noteReckoned(
        db,
        store.engine,
        reckoned.map(({ columns }) => columns),
      );
      return { rows: rows.length, entered: enteredDue };
    });
    entered += done.entered;
    if (done.rows < TOGETHER) return entered;
    await yieldTurn();
    await attention.quiet(STANDS_BACK);
  }
}

/**
 * Enters into the ledger what has become due of one subscription and no beat has entered yet: asked before its
 * schedule becomes another, by which it would never have been due. The newest is entered to be sent however long
 * ago it was due: whoever delivers knows the window.
 * @returns it, accounted for up to now
 */
export async function enterUntil(
  db: Transaction<Tables>,
  engine: EngineName,
  row: SubscriptionRow,
  now: number,
): Promise<SubscriptionRow> {
  const reckoning = { reckonedAt: row.reckoned_at, lastLocalDate: row.last_local_date ?? undefined };
  const reckoned = reckon(readSchedule(row), reckoning, now, Number.POSITIVE_INFINITY);
  const { columns, due, missed } = enteredOf(row, reckoned, now);
  await enterDeliveries(db, engine, [...missed, ...due]);
  return { ...row, ...columns };
}

/** Computes anew when subscriptions are due that were computed with other time zone data. @returns how many */
export async function refreshZones(store: Store, now: number, tzdata = TZDATA): Promise<number> {
  let refreshed = 0;
  for (;;) {
    const count = await store.transaction(async (db) => {
      const rows = await outdatedSubscriptions(db, store.engine, tzdata, TOGETHER);
      const columns = rows.map((row) => {
        const next = nextOf(row, now);
        return { ...reckonedColumns(row), next_due_at: next?.instant ?? null, tzdata };
      });
      await noteReckoned(db, store.engine, columns);
      return rows.length;
    });
    refreshed += count;
    if (count < TOGETHER) return refreshed;
    await yieldTurn();
  }
}

function nextOf(row: SubscriptionRow, now: number): Occurrence | undefined {
  if (row.status !== 'active') return undefined;
  const accounted = { lastLocalDate: row.last_local_date ?? undefined };
  return nextOccurrence(readSchedule(row), Math.min(row.reckoned_at, now), accounted);
}

function enteredOf(row: SubscriptionRow, { due, missed, next, lastLocalDate }: Reckoned, now: number) {
  const columns: ReckonedColumns = {
    id: row.id,
    next_due_at: next?.instant ?? null,
    last_local_date: lastLocalDate ?? null,
    reckoned_at: now,
    tzdata: TZDATA,
  };
  return {
    columns,
    due: due ? [deliveryRow(row, due, now)] : [],
    missed: missed.map((occurrence) => ({
      ...deliveryRow(row, occurrence, now),
      state: 'missed' as const,
      reason: 'downtime',
      finished_at: now,
    })),
  };
}

/** A delivery to be sent. @param runAt epoch milliseconds: not before */
export function deliveryRow(
  { id, platform }: Pick<SubscriptionRow, 'id' | 'platform'>,
  { localDate, instant }: Occurrence,
  now: number,
): EnteredDelivery {
  const name = newId();
  return {
    id: name,
    nonce: name,
    subscription_id: id,
    platform,
    local_date: localDate,
    occurrence_at: instant,
    run_at: instant,
    created_at: now,
    state: 'due',
    reason: null,
    finished_at: null,
  };
}

function reckonedColumns({ id, next_due_at, last_local_date, reckoned_at, tzdata }: SubscriptionRow) {
  return { id, next_due_at, last_local_date, reckoned_at, tzdata };
}
