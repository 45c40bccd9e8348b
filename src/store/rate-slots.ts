import { type RawBuilder, sql, type Transaction } from 'kysely';
import { greatest } from './engine/differences.ts';
import type { Database, EngineName, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A wish for a turn at something with a rate limit. */
export interface SlotWish {
  /** What is limited: `slack:T1:C1`. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Milliseconds between two turns. */
  readonly gap: number;
  /** Milliseconds: a turn further off than this is not taken. */
  readonly horizon?: number;
  /** Epoch milliseconds: a turn that was not used. If nobody has had one since, this one is in its place. */
  readonly unused?: number;
}

/** The instant of the turn, `now` at the earliest; or until when all are taken. */
export type Slot = { readonly at: number } | { readonly takenUntil: number };

/** Hands out the next free turn of a key, to one taker each, whichever process asks. */
export async function takeSlot(
  db: Database | Transaction<Tables>,
  engine: EngineName,
  { key, now, gap, horizon = Number.MAX_SAFE_INTEGER - now, unused }: SlotWish,
): Promise<Slot> {
  const later = greatest(engine, sql<number>`rate_slots.next_at`, big(now));
  const free =
    unused === undefined
      ? later
      : sql<number>`case when rate_slots.next_at = ${big(unused + gap)} then ${big(now)} else ${later} end`;
  const taken = await db
    .insertInto('rate_slots')
    .values({ key, next_at: now + gap })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ next_at: sql<number>`${free} + ${big(gap)}` })
        .where('rate_slots.next_at', '<=', now + horizon),
    )
    .returning('next_at')
    .executeTakeFirst();
  if (taken) return { at: taken.next_at - gap };
  return { takenUntil: (await freeFrom(db, key)) ?? now };
}

/** Hands out no turn before `until`: the platform asked to wait. */
export async function holdBack({ db, engine }: Store, key: string, until: number): Promise<void> {
  const later = greatest(engine, sql<number>`rate_slots.next_at`, big(until));
  await db
    .insertInto('rate_slots')
    .values({ key, next_at: until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ next_at: later }))
    .execute();
}

/** From when on a key has a turn, epoch milliseconds; `undefined` when it never had one. */
export async function freeFrom(db: Database | Transaction<Tables>, key: string): Promise<number | undefined> {
  const row = await db.selectFrom('rate_slots').select('next_at').where('key', '=', key).executeTakeFirst();
  return row?.next_at;
}

/** Forgets what nobody has wanted for long. */
export async function pruneSlots(db: Database, freeSince: number): Promise<void> {
  await db.deleteFrom('rate_slots').where('next_at', '<', freeSince).execute();
}

function big(value: number): RawBuilder<number> {
  return sql<number>`cast(${value} as bigint)`;
}
