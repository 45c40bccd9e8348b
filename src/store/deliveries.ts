import { type Selectable, sql, type Transaction } from 'kysely';
import { claimable, rowsOf } from './engine/differences.ts';
import type { Database, EngineName } from './store.ts';
import type { DeliveriesTable, Tables } from './tables.ts';

export type DeliveryRow = Selectable<DeliveriesTable>;

/** Who claims deliveries, and until when it may. */
export interface Claim {
  readonly platform: DeliveryRow['platform'];
  /** The process's own name. */
  readonly worker: string;
  readonly now: number;
  readonly leaseUntil: number;
  readonly most: number;
}

/**
 * Takes deliveries to work on: those whose time has come, then those whose holder's lease ran out, which keep
 * their state. Each is given to one holder; the fence of an earlier one is worth nothing from here on.
 */
export async function claimDeliveries(
  db: Transaction<Tables>,
  engine: EngineName,
  claim: Claim,
): Promise<readonly DeliveryRow[]> {
  const ready = await claimable(
    engine,
    db
      .selectFrom('deliveries')
      .select('id')
      .where('state', '=', sql.lit('due'))
      .where('platform', '=', claim.platform)
      .where('run_at', '<=', claim.now)
      .orderBy('run_at')
      .limit(claim.most),
  ).execute();
  const expired =
    ready.length >= claim.most
      ? []
      : await claimable(
          engine,
          db
            .selectFrom('deliveries')
            .select('id')
            .where('state', 'in', [sql.lit('claimed' as const), sql.lit('sending' as const)])
            .where('platform', '=', claim.platform)
            .where('lease_until', '<=', claim.now)
            .orderBy('lease_until')
            .limit(claim.most - ready.length),
        ).execute();
  const ids = [...ready, ...expired].map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable('deliveries')
    .set((row) => ({
      state: sql<'claimed'>`case when state = 'due' then 'claimed' else state end`,
      lease_by: claim.worker,
      lease_until: claim.leaseUntil,
      fence: row('fence', '+', 1),
    }))
    .where('id', 'in', ids)
    .returningAll()
    .execute();
  return [...rows].sort((one, other) => one.run_at - other.run_at);
}

/** What a delivery's holder writes; `id` and `fence` say by what right. */
export type DeliveryProgress = Pick<
  DeliveryRow,
  | 'id'
  | 'fence'
  | 'state'
  | 'attempts'
  | 'run_at'
  | 'lease_until'
  | 'posting'
  | 'versions'
  | 'messages'
  | 'first_tried_at'
  | 'reason'
  | 'trouble'
  | 'detail'
  | 'late'
  | 'finished_at'
>;

/**
 * On SQLite the state is asked for in a way that no index answers, so that each row is found by its id: it would
 * rather read all that are underway for each row. PostgreSQL may well begin with those.
 * @returns the ids of those that were written: the others' leases were lost, or they are gone
 */
export async function saveDeliveries(
  db: Transaction<Tables>,
  engine: EngineName,
  progress: readonly DeliveryProgress[],
): Promise<ReadonlySet<string>> {
  const rows = rowsOf(
    engine,
    {
      id: 'text',
      fence: 'bigint',
      state: 'text',
      attempts: 'bigint',
      run_at: 'bigint',
      lease_until: 'bigint',
      posting: 'bigint',
      versions: 'text',
      messages: 'text',
      first_tried_at: 'bigint',
      reason: 'text',
      trouble: 'text',
      detail: 'text',
      late: 'bigint',
      finished_at: 'bigint',
    },
    progress.map(columnsOf),
  );
  const state = engine === 'sqlite' ? sql`coalesce(deliveries.state, '')` : sql`deliveries.state`;
  const { rows: saved } = await sql<{ id: string }>`update deliveries set
    state = v.state, attempts = v.attempts, run_at = v.run_at, lease_until = v.lease_until, posting = v.posting,
    versions = v.versions, messages = v.messages, first_tried_at = v.first_tried_at, reason = v.reason,
    trouble = v.trouble, detail = v.detail, late = v.late, finished_at = v.finished_at
    from ${rows} where deliveries.id = v.id and deliveries.fence = v.fence
      and ${state} in ('claimed', 'sending')
    returning deliveries.id`.execute(db);
  return new Set(saved.map(({ id }) => id));
}

/** Not more: rows carry other columns besides. */
function columnsOf(row: DeliveryProgress): DeliveryProgress {
  const { id, fence, state, attempts, run_at, lease_until, posting, versions, messages } = row;
  const { first_tried_at, reason, trouble, detail, late, finished_at } = row;
  return {
    id,
    fence,
    state,
    attempts,
    run_at,
    lease_until,
    posting,
    versions,
    messages,
    first_tried_at,
    reason,
    trouble,
    detail,
    late,
    finished_at,
  };
}

/** Notes what subscriptions have been briefed on, as JSON. */
export async function noteBriefed(
  db: Transaction<Tables>,
  engine: EngineName,
  briefed: readonly { readonly id: string; readonly briefed: string }[],
): Promise<void> {
  if (briefed.length === 0) return;
  const rows = rowsOf(engine, { id: 'text', briefed: 'text' }, briefed);
  await sql`update subscriptions set briefed = v.briefed from ${rows} where subscriptions.id = v.id`.execute(
    db,
  );
}

/** Those of the given that have a newer delivery of the same subscription in the ledger, for a time that has come. */
export async function supersededDeliveries(
  db: Database | Transaction<Tables>,
  ids: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('deliveries')
    .select('deliveries.id')
    .where('deliveries.id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('deliveries as newer')
          .select('newer.id')
          .whereRef('newer.subscription_id', '=', 'deliveries.subscription_id')
          .whereRef('newer.local_date', '>', 'deliveries.local_date')
          .where('newer.occurrence_at', '<=', now),
      ),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes back what was due of a subscription and has not been begun. Who had claimed it finds its fence lost.
 * @returns how many
 */
export async function withdrawDeliveries(
  db: Transaction<Tables>,
  subscription: string,
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set((row) => ({
      state: 'skipped' as const,
      reason: 'withdrawn',
      fence: row('fence', '+', 1),
      lease_until: null,
      finished_at: now,
    }))
    .where('subscription_id', '=', subscription)
    .where('state', 'in', ['due', 'claimed', 'sending'])
    .where('posting', 'is', null)
    .where('messages', '=', '[]')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/**
 * Gives up what nobody has begun although its time came long ago.
 * @returns how many
 */
export async function missDeliveries(
  db: Database,
  platforms: readonly DeliveryRow['platform'][],
  dueBefore: number,
  reason: string,
  now: number,
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('deliveries')
    .set({ state: 'missed', reason, finished_at: now })
    .where('state', '=', sql.lit('due'))
    .where('platform', 'in', platforms)
    .where('run_at', '<', dueBefore)
    .where('posting', 'is', null)
    .where('messages', '=', '[]')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Forgets what is finished since long ago, some at a time. @returns how many */
export async function pruneDeliveries(db: Database, finishedBefore: number, most: number): Promise<number> {
  const old = db
    .selectFrom('deliveries')
    .select('id')
    .where('state', 'in', ['sent', 'skipped', 'missed', 'failed', 'uncertain'])
    .where('finished_at', '<', finishedBefore)
    .limit(most);
  const { numDeletedRows } = await db
    .deleteFrom('deliveries')
    .where('id', 'in', old)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
