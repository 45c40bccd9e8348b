import { sql, type Transaction } from 'kysely';
import { claimable } from './engine/differences.ts';
import type { EngineName } from './store.ts';
import type { SubscriptionRow } from './subscriptions.ts';
import type { Tables } from './tables.ts';

/** Subscriptions that were reckoned beyond an instant, those of other transactions left out. */
export function subscriptionsReckonedAfter(
  db: Transaction<Tables>,
  engine: EngineName,
  instant: number,
  most: number,
): Promise<readonly SubscriptionRow[]> {
  const ahead = db
    .selectFrom('subscriptions')
    .selectAll()
    .where('reckoned_at', '>', instant)
    .orderBy('reckoned_at')
    .limit(most);
  return claimable(engine, ahead).execute();
}

/**
 * Forgets the deliveries of subscriptions whose time is yet to come, but for what is being sent, was, or may have
 * been: that day has had its digest.
 * @returns the newest local date of each that has one in the ledger for a time that has come
 */
export async function forgetDeliveriesAfter(
  db: Transaction<Tables>,
  subscriptions: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  await db
    .deleteFrom('deliveries')
    .where('subscription_id', 'in', subscriptions)
    .where('occurrence_at', '>', now)
    .where('state', 'in', ['due', 'missed', 'skipped', 'failed'])
    .where('posting', 'is', null)
    .where('messages', '=', '[]')
    .execute();
  const rows = await db
    .selectFrom('deliveries')
    .select(({ fn }) => ['subscription_id', fn.max('local_date').as('last')])
    .where('subscription_id', 'in', subscriptions)
    .where('occurrence_at', '<=', now)
    .groupBy('subscription_id')
    .execute();
  return new Map(rows.map(({ subscription_id, last }) => [subscription_id, last]));
}

/** Whatever waits for an instant beyond another waits no longer than until that: turns, tries and leases. */
export async function waitNoLongerThan(db: Transaction<Tables>, instant: number): Promise<void> {
  await db.deleteFrom('rate_slots').where('next_at', '>', instant).execute();
  await db
    .updateTable('deliveries')
    .set({ run_at: instant })
    .where('state', '=', sql.lit('due'))
    .where('run_at', '>', instant)
    .execute();
  await db
    .updateTable('deliveries')
    .set({ lease_until: instant })
    .where('state', 'in', [sql.lit('claimed' as const), sql.lit('sending' as const)])
    .where('lease_until', '>', instant)
    .execute();
}
