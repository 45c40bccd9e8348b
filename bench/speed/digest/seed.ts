import { sql } from 'kysely';
import { TZDATA } from '../../../src/digest/enqueue-due.ts';
import type { Store } from '../../../src/store/store.ts';

const DAY = 86_400_000;

/** What a bench's subscriptions are. */
export interface Seeding {
  readonly platform: 'discord' | 'slack';
  readonly count: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Fills the store with subscriptions of as many channels, all due at noon UTC of the days to come: one at a time
 * as people make them would take an hour.
 */
export async function seedSubscriptions({ db }: Store, { platform, count, now }: Seeding): Promise<void> {
  const noon = Math.floor(now / DAY) * DAY + DAY + DAY / 2;
  await sql`insert into subscriptions (id, platform, workspace, place_kind, place, story, local_minute, weekdays,
      zone, when_unchanged, status, created_by, next_due_at, reckoned_at, tzdata, created_at, updated_at)
    with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${sql.lit(count)})
    select ${sql.lit(platform)} || n, ${sql.lit(platform)}, 'T1', 'channel', 'C' || n, 'bridge', 720, 127,
      'UTC', 'send', 'active', 'U1', cast(${sql.lit(noon)} as bigint) + cast(n % 100 as bigint) * ${sql.lit(DAY)},
      ${sql.lit(now)}, ${sql.lit(TZDATA)}, ${sql.lit(now)}, ${sql.lit(now)} from numbers`.execute(db);
  await sql`analyze`.execute(db);
}

/** Makes so many of them due at an instant, as if their time had come. */
export async function makeDue(
  { db }: Store,
  { platform, count, now }: Seeding,
  minute: number,
): Promise<void> {
  await sql`update subscriptions set next_due_at = ${now - 1000}, local_minute = ${minute},
    reckoned_at = ${now - 2 * DAY}, last_local_date = ${new Date(now - DAY).toISOString().slice(0, 10)}
    where id in (select id from subscriptions where platform = ${platform} order by created_at, id
      limit ${count})`.execute(db);
}
