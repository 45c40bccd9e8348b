import { sql } from 'kysely';
import type { Store } from './store.ts';

/** Who makes requests within one limit. */
export interface Sharers {
  /** Processes that said they would, whoever asks included. */
  readonly count: number;
  /** Nobody makes any before this: the platform asked to wait. Epoch milliseconds; 0 when it never did. */
  readonly heldUntil: number;
}

/**
 * Says that a process makes requests within a limit until an instant, then looks who else does.
 * @param key what is limited, as in `holdBack`
 * @param name the process; of letters and digits
 * @param until epoch milliseconds
 */
export async function shareLimit(
  store: Store,
  key: string,
  { name, until, now }: { readonly name: string; readonly until: number; readonly now: number },
): Promise<Sharers> {
  const row = { key: `${key}:${name}`, next_at: until };
  // To be seen by others before they are looked at: of two that come at the same time one at least sees the other.
  await store.transaction(
    (db) =>
      db
        .insertInto('rate_slots')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ next_at: until }))
        .execute(),
    { light: true },
  );
  const rows = await store.db
    .selectFrom('rate_slots')
    .select(['key', 'next_at'])
    .where('next_at', '>', now)
    .where((on) =>
      on.or([on('key', '=', key), on(sql`substr(key, 1, ${sql.lit(key.length + 1)})`, '=', `${key}:`)]),
    )
    .execute();
  const held = rows.find((each) => each.key === key);
  return { count: rows.length - (held ? 1 : 0), heldUntil: held?.next_at ?? 0 };
}
