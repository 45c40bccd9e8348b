import type { Insertable, Selectable, Transaction, Updateable } from 'kysely';
import type { Database, EngineName } from './store.ts';
import type { SubscriptionsTable, Tables } from './tables.ts';

export type SubscriptionRow = Selectable<SubscriptionsTable>;
/** Where a subscription's digests go, as its columns have it. */
export type PlaceColumns = Pick<SubscriptionRow, 'platform' | 'workspace' | 'place_kind' | 'place'>;

/** Adds one, unless there is one for this place, story and time. @returns that one, and whether it was added */
export async function addSubscription(
  db: Database,
  row: Insertable<SubscriptionsTable>,
): Promise<{ readonly row: SubscriptionRow; readonly added: boolean }> {
  const added = await db
    .insertInto('subscriptions')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added) return { row: added, added: true };
  const there = await sameSubscription(db, row);
  if (!there) throw new Error('a subscription could be neither added nor found');
  return { row: there, added: false };
}

/** The one of this place, story and time. */
export function sameSubscription(
  db: Database,
  row: PlaceColumns & Pick<SubscriptionRow, 'story' | 'local_minute'>,
): Promise<SubscriptionRow | undefined> {
  return atPlace(db, row)
    .where('story', '=', row.story)
    .where('local_minute', '=', row.local_minute)
    .executeTakeFirst();
}

export function subscriptionOf(db: Database, id: string): Promise<SubscriptionRow | undefined> {
  return db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** One that the transaction is going to change: nobody else does so meanwhile. */
export function lockSubscription(
  db: Transaction<Tables>,
  engine: EngineName,
  id: string,
): Promise<SubscriptionRow | undefined> {
  const wanted = db.selectFrom('subscriptions').selectAll().where('id', '=', id);
  return (engine === 'sqlite' ? wanted : wanted.forUpdate()).executeTakeFirst();
}

export function subscriptionsOf(db: Database, ids: readonly string[]): Promise<readonly SubscriptionRow[]> {
  return db.selectFrom('subscriptions').selectAll().where('id', 'in', ids).execute();
}

/** All there are, oldest first, at most so many. */
export function allSubscriptions(db: Database, most: number): Promise<readonly SubscriptionRow[]> {
  return db.selectFrom('subscriptions').selectAll().orderBy('created_at').orderBy('id').limit(most).execute();
}

/** Those of one place, oldest first. */
export function subscriptionsAt(db: Database, place: PlaceColumns): Promise<readonly SubscriptionRow[]> {
  return atPlace(db, place).orderBy('created_at').orderBy('id').execute();
}

function atPlace(db: Database, { platform, workspace, place_kind, place }: PlaceColumns) {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('place_kind', '=', place_kind)
    .where('place', '=', place);
}

export function updateSubscription(
  db: Database,
  id: string,
  change: Updateable<SubscriptionsTable>,
): Promise<SubscriptionRow | undefined> {
  return db.updateTable('subscriptions').set(change).where('id', '=', id).returningAll().executeTakeFirst();
}

/** Its deliveries go with it. */
export async function removeSubscription(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('subscriptions')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Removes those of a channel that is gone. */
export async function removeSubscriptionsAt(db: Database, place: PlaceColumns): Promise<void> {
  await db
    .deleteFrom('subscriptions')
    .where('platform', '=', place.platform)
    .where('workspace', '=', place.workspace)
    .where('place_kind', '=', place.place_kind)
    .where('place', '=', place.place)
    .execute();
}

/** Says again that a broken one's owner has not been told. */
export async function noteUntold(db: Database, id: string): Promise<void> {
  await db
    .updateTable('subscriptions')
    .set({ told_at: null })
    .where('id', '=', id)
    .where('status', '=', 'broken')
    .execute();
}

/** Stops one that works, for a reason that does not pass. False: it was stopped already, or is gone. */
export async function breakSubscription(
  db: Database,
  id: string,
  trouble: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriptions')
    .set({ status: 'broken', trouble, told_at: null, next_due_at: null, updated_at: now })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * Broken ones whose owners are to be told, each given to one process only: they count as told from here on.
 * @param except ids of those that are not wanted
 */
export async function takeUntold(
  db: Database,
  platform: SubscriptionRow['platform'],
  now: number,
  most: number,
  except: readonly string[],
): Promise<readonly SubscriptionRow[]> {
  const untold = db
    .selectFrom('subscriptions')
    .select('id')
    .where('status', '=', 'broken')
    .where('told_at', 'is', null)
    .where('platform', '=', platform)
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .limit(most);
  // The condition once more: on PostgreSQL another process may have taken it since.
  return db
    .updateTable('subscriptions')
    .set({ told_at: now })
    .where('id', 'in', untold)
    .where('told_at', 'is', null)
    .returningAll()
    .execute();
}
