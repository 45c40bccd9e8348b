import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Makes what a subscription has in the ledger ready to be sent to another place. Whoever holds what has not been
 * begun finds its fence lost; what failed after some of its messages is sent whole, under a new name, if somebody
 * sends it again.
 * @param newName names a delivery to the platform
 * @returns false when one is being sent, or nobody knows yet whether it was: then the subscription must stay
 */
export async function rerouteDeliveries(
  db: Transaction<Tables>,
  subscription: string,
  newName: () => string,
): Promise<boolean> {
  const of = db
    .updateTable('deliveries')
    .where('subscription_id', '=', subscription)
    .where('state', 'in', ['claimed', 'sending'])
    .where('posting', 'is', null)
    .where('messages', '=', '[]');
  await of
    .set((row) => ({ state: 'due' as const, fence: row('fence', '+', 1), lease_until: null }))
    .execute();
  const begun = await db
    .selectFrom('deliveries')
    .select('id')
    .where('subscription_id', '=', subscription)
    .where('state', 'in', ['due', 'claimed', 'sending'])
    .where((row) => row.or([row('posting', 'is not', null), row('messages', '<>', '[]')]))
    .limit(1)
    .execute();
  if (begun.length > 0) return false;
  const halves = await db
    .selectFrom('deliveries')
    .select('id')
    .where('subscription_id', '=', subscription)
    .where('state', '=', 'failed')
    .where('messages', '<>', '[]')
    .execute();
  for (const { id } of halves) {
    await db
      .updateTable('deliveries')
      .set({ messages: '[]', versions: null, nonce: newName() })
      .where('id', '=', id)
      .execute();
  }
  return true;
}
