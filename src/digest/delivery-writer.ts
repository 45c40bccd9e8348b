import type { Transaction } from 'kysely';
import { createBatch } from '../store/batch.ts';
import { type DeliveryRow, noteBriefed, saveDeliveries } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { breakSubscription, lockSubscription, updateSubscription } from '../store/subscriptions.ts';
import type { Tables } from '../store/tables.ts';
import { resumedColumns } from './next-columns.ts';
import { readSchedule } from './subscription-rows.ts';
import { soundRow } from './take-back-ahead.ts';

/** A delivery's progress, and what it means for its subscription. */
export interface Progress {
  readonly row: DeliveryRow;
  /** JSON: what the subscription has been briefed on from now on. */
  readonly briefed?: string;
  /** A failure that does not pass: the subscription is stopped. */
  readonly broken?: { readonly trouble: string; readonly at: number };
  /** It arrived, although a failure had stopped the subscription: what was wrong is mended, since this instant. */
  readonly mended?: number;
}

/** Writes progress; false when the delivery is somebody else's by now, or gone: then nothing was written. */
export type DeliveryWriter = (progress: Progress) => Promise<boolean>;

/** A writer whose writes are on the disk when they resolve; what is written at the same time is one commit. */
export function createDeliveryWriter(store: Store): DeliveryWriter {
  return createBatch((batch: readonly Progress[]) =>
    store.transaction(async (db) => {
      const saved = await saveDeliveries(
        db,
        store.engine,
        batch.map(({ row }) => row),
      );
      const written = batch.filter(({ row }) => saved.has(row.id));
      const briefed = written.flatMap(({ row, briefed }) =>
        briefed === undefined ? [] : [{ id: row.subscription_id, briefed }],
      );
      await noteBriefed(db, store.engine, briefed);
      for (const { row, broken, mended } of written) {
        if (broken) await breakSubscription(db, row.subscription_id, broken.trouble, broken.at);
        if (mended !== undefined) await goOn(db, store, row.subscription_id, mended);
      }
      return batch.map(({ row }) => saved.has(row.id));
    }),
  );
}

/** Lets one that a failure had stopped go on; one that somebody stopped since stays as it is. */
async function goOn(db: Transaction<Tables>, { engine }: Store, id: string, now: number): Promise<void> {
  const locked = await lockSubscription(db, engine, id);
  if (locked?.status !== 'broken') return;
  const row = await soundRow(db, engine, locked, now);
  await updateSubscription(db, id, { ...resumedColumns(readSchedule(row), row, now), updated_at: now });
}
