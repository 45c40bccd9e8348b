import { sql } from 'kysely';
import { greatest } from './engine/differences.ts';
import type { Store } from './store.ts';

/**
 * Hands out the next free instant of something with a rate limit, to one taker each, whichever process asks.
 * @param key what is limited: `slack:T1:C1`
 * @param gap milliseconds between two instants
 * @returns epoch milliseconds, `now` at the earliest: wait until then
 */
export async function takeSlot(
  { db, engine }: Store,
  key: string,
  { now, gap }: { readonly now: number; readonly gap: number },
): Promise<number> {
  const free = greatest(engine, sql<number>`rate_slots.next_at`, sql<number>`cast(${now} as bigint)`);
  const { next_at } = await db
    .insertInto('rate_slots')
    .values({ key, next_at: now + gap })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ next_at: sql<number>`${free} + cast(${gap} as bigint)` }),
    )
    .returning('next_at')
    .executeTakeFirstOrThrow();
  return next_at - gap;
}

/** Hands out no instant before `until`: the platform asked to wait. */
export async function holdBack({ db, engine }: Store, key: string, until: number): Promise<void> {
  const later = greatest(engine, sql<number>`rate_slots.next_at`, sql<number>`cast(${until} as bigint)`);
  await db
    .insertInto('rate_slots')
    .values({ key, next_at: until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ next_at: later }))
    .execute();
}
