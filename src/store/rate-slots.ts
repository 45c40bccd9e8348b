import { type RawBuilder, sql, type Transaction } from 'kysely';
import { greatest } from './engine/differences.ts';
import type { Database, EngineName, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A wish for turns at something with a rate limit. */
export interface SlotWish {
  /** What is limited: `slack:T1:C1`. */
  readonly key: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Milliseconds between two turns. */
  readonly gap: number;
  readonly turns?: number;
  /** Milliseconds: turns further off than this are not taken. */
  readonly horizon?: number;
}

/** The instant of the first turn, `now` at the earliest, the others a gap apart; or until when all are taken. */
export type Slots = { readonly first: number } | { readonly takenUntil: number };

/** Hands out the next free turns of a key, to one taker each, whichever process asks. */
export async function takeSlots(
  db: Database | Transaction<Tables>,
  engine: EngineName,
  { key, now, gap, turns = 1, horizon = Number.MAX_SAFE_INTEGER - now }: SlotWish,
): Promise<Slots> {
  const span = Math.ceil(gap * turns);
  const free = greatest(engine, sql<number>`rate_slots.next_at`, big(now));
  const taken = await db
    .insertInto('rate_slots')
    .values({ key, next_at: now + span })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ next_at: sql<number>`${free} + ${big(span)}` })
        .where('rate_slots.next_at', '<=', now + horizon),
    )
    .returning('next_at')
    .executeTakeFirst();
  if (taken) return { first: taken.next_at - span };
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
