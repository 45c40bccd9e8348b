import { sql, type Transaction } from 'kysely';
import type { DeliveryRow } from './deliveries.ts';
import { claimable, type RowColumn, rowsOf } from './engine/differences.ts';
import type { Database, EngineName } from './store.ts';
import type { SubscriptionRow } from './subscriptions.ts';
import type { Tables } from './tables.ts';

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

/** A delivery as it is entered: to be sent, or missed already. */
export type EnteredDelivery = Pick<
  DeliveryRow,
  | 'id'
  | 'nonce'
  | 'subscription_id'
  | 'platform'
  | 'local_date'
  | 'occurrence_at'
  | 'run_at'
  | 'created_at'
  | 'state'
  | 'reason'
  | 'finished_at'
>;

/** Enters deliveries; those of a subscription and local date that has one already are left out. @returns how many */
export async function enterDeliveries(
  db: Transaction<Tables>,
  engine: EngineName,
  entered: readonly EnteredDelivery[],
): Promise<number> {
  if (entered.length === 0) return 0;
  const columns = {
    id: 'text',
    nonce: 'text',
    subscription_id: 'text',
    platform: 'text',
    local_date: 'text',
    occurrence_at: 'bigint',
    run_at: 'bigint',
    created_at: 'bigint',
    state: 'text',
    reason: 'text',
    finished_at: 'bigint',
  } as const satisfies Record<keyof EnteredDelivery, RowColumn>;
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  // "where true": without it SQLite takes the conflict's "on" for the join's.
  const { numAffectedRows = 0n } = await sql`insert into deliveries (${names})
    select ${names} from ${rowsOf(engine, columns, entered)} where true
    on conflict (subscription_id, local_date) do nothing`.execute(db);
  return Number(numAffectedRows);
}

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
