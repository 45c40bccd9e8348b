import { createBatch } from '../store/batch.ts';
import { type DeliveryRow, noteBriefed, saveDeliveries } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { breakSubscription } from '../store/subscriptions.ts';

/** A delivery's progress, and what it means for its subscription. */
export interface Progress {
  readonly row: DeliveryRow;
  /** JSON: what the subscription has been briefed on from now on. */
  readonly briefed?: string;
  /** A failure that does not pass: the subscription is stopped. */
  readonly broken?: { readonly trouble: string; readonly at: number };
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
      for (const { row, broken } of written)
        if (broken) await breakSubscription(db, row.subscription_id, broken.trouble, broken.at);
      return batch.map(({ row }) => saved.has(row.id));
    }),
  );
}
