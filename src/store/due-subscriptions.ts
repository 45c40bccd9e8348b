import { type Insertable, sql, type Transaction } from 'kysely';
import { claimable, rowsOf } from './engine/differences.ts';
import type { Database, EngineName } from './store.ts';
import type { SubscriptionRow } from './subscriptions.ts';
import type { DeliveriesTable, Tables } from './tables.ts';

/** How far a subscription has been reckoned. */
export type Reckoned = Pick<
  SubscriptionRow,
  'id' | 'next_due_at' | 'last_local_date' | 'reckoned_at' | 'tzdata'
>;

/** Subscriptions whose time has come, those of other transactions left out; the longest due first. */
export function dueSubscriptions(
  db: Transaction<Tables> | Database,
  engine: EngineName,
  now: number,
  most: number,
): Promise<readonly SubscriptionRow[]> {
  const due = db
    .selectFrom('subscriptions')
    .selectAll()
    .where('status', '=', sql.lit('active'))
    .where('next_due_at', '<=', now)
    .orderBy('next_due_at')
    .limit(most);
  return claimable(engine, due).execute();
}

/** Active subscriptions whose next time was computed with other time zone data. */
export function outdatedSubscriptions(
  db: Transaction<Tables>,
  engine: EngineName,
  tzdata: string,
  most: number,
): Promise<readonly SubscriptionRow[]> {
  // Two ranges rather than "not equal", which no index helps.
  const other = db
    .selectFrom('subscriptions')
    .selectAll()
    .where((either) => either.or([either('tzdata', '<', tzdata), either('tzdata', '>', tzdata)]))
    .limit(most);
  return claimable(engine, other).execute();
}

/** Enters deliveries; those of a subscription and local date that has one already are left out. */
export async function enterDeliveries(
  db: Transaction<Tables>,
  rows: readonly Insertable<DeliveriesTable>[],
): Promise<number> {
  let entered = 0;
  for (let from = 0; from < rows.length; from += MOST_ENTERED) {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('deliveries')
      .values(rows.slice(from, from + MOST_ENTERED))
      .onConflict((conflict) => conflict.columns(['subscription_id', 'local_date']).doNothing())
      .executeTakeFirstOrThrow();
    entered += Number(numInsertedOrUpdatedRows);
  }
  return entered;
}

/** Of one statement: a parameter a column, and neither engine takes more than 32,767. */
const MOST_ENTERED = 250;

/** Notes how far subscriptions have been reckoned. */
export async function noteReckoned(
  db: Transaction<Tables>,
  engine: EngineName,
  reckoned: readonly Reckoned[],
): Promise<void> {
  if (reckoned.length === 0) return;
  const rows = rowsOf(
    engine,
    { id: 'text', next_due_at: 'bigint', last_local_date: 'text', reckoned_at: 'bigint', tzdata: 'text' },
    reckoned,
  );
  await sql`update subscriptions set next_due_at = v.next_due_at, last_local_date = v.last_local_date,
    reckoned_at = v.reckoned_at, tzdata = v.tzdata from ${rows} where subscriptions.id = v.id`.execute(db);
}
