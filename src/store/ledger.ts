import { sql } from 'kysely';
import type { DeliveryRow } from './deliveries.ts';
import type { Database } from './store.ts';
import type { PlaceColumns } from './subscriptions.ts';

/** The newest deliveries of a subscription, newest first. */
export function deliveriesOf(
  db: Database,
  subscription: string,
  most: number,
): Promise<readonly DeliveryRow[]> {
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('subscription_id', '=', subscription)
    .orderBy('local_date', 'desc')
    .limit(most)
    .execute();
}

/** Of a subscription and local date. */
export function deliveryOn(
  db: Database,
  subscription: string,
  localDate: string,
): Promise<DeliveryRow | undefined> {
  return db
    .selectFrom('deliveries')
    .selectAll()
    .where('subscription_id', '=', subscription)
    .where('local_date', '=', localDate)
    .executeTakeFirst();
}

/** A delivery and where it was to go. */
export type PlacedDelivery = DeliveryRow & PlaceColumns & { readonly story: string };

/** The dead letters, newest first: what failed, and what nobody knows the outcome of. */
export function deadLetters(
  db: Database,
  states: readonly ('failed' | 'uncertain')[],
  most: number,
): Promise<readonly PlacedDelivery[]> {
  return db
    .selectFrom('deliveries')
    .innerJoin('subscriptions', 'subscriptions.id', 'deliveries.subscription_id')
    .selectAll('deliveries')
    .select([
      'subscriptions.workspace',
      'subscriptions.place_kind',
      'subscriptions.place',
      'subscriptions.story',
    ])
    .where('deliveries.state', 'in', states)
    .orderBy('deliveries.finished_at', 'desc')
    .orderBy('deliveries.id')
    .limit(most)
    .execute();
}

/**
 * Makes a delivery due again that has come to an end without being sent.
 * @returns false when it has not, or may have been sent
 */
export async function reviveDelivery(db: Database, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set((row) => ({
      state: 'due' as const,
      attempts: 0,
      run_at: now,
      // From here on it has the whole window again.
      created_at: now,
      reason: 'sent-by-hand',
      trouble: null,
      detail: null,
      // What was posted of it is known: nothing older than the next try needs to be looked for.
      first_tried_at: null,
      finished_at: null,
      lease_until: null,
      fence: row('fence', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'missed', 'skipped'])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** How much waits to be sent, and since when the oldest of it (epoch milliseconds). */
export async function waitingIn(
  db: Database,
  now: number,
): Promise<{ readonly waiting: number; readonly oldest: number | undefined }> {
  const row = await db
    .selectFrom('deliveries')
    .select([sql<number | string>`count(*)`.as('waiting'), sql<number | null>`min(run_at)`.as('oldest')])
    .where('state', '=', sql.lit('due'))
    .where('platform', 'in', ['discord', 'slack'])
    .where('run_at', '<=', now)
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.waiting), oldest: row.oldest ?? undefined };
}
