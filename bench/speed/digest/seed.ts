import { sql } from 'kysely';
import { TZDATA } from '../../../src/digest/enqueue-due.ts';
import type { Store } from '../../../src/store/store.ts';

const DAY = 86_400_000;
/** Rows of one statement: what a statement holds in memory counts as the service's. */
const TOGETHER = 20_000;

const ZONES = [
  'Europe/Kyiv',
  'Asia/Kolkata',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
];

/**
 * Fills the store with subscriptions of as many channels, all due at noon UTC of the days to come, in several zones: one at a time
 * as people make them would take an hour.
 */
export async function seedSubscriptions({ db }: Store, count: number, now: number): Promise<void> {
  const noon = Math.floor(now / DAY) * DAY + DAY + DAY / 2;
  const zone = sql`case n % ${sql.lit(ZONES.length)} ${sql.join(
    ZONES.map((name, at) => sql`when ${sql.lit(at)} then ${sql.lit(name)}`),
    sql` `,
  )} end`;
  for (let from = 0; from < count; from += TOGETHER) {
    const [first, last] = [sql.lit(from + 1), sql.lit(Math.min(from + TOGETHER, count))];
    await sql`insert into subscriptions (id, platform, workspace, place_kind, place, story, local_minute, weekdays,
        zone, when_unchanged, status, created_by, next_due_at, reckoned_at, tzdata, created_at, updated_at)
      with recursive numbers(n) as (select ${first} union all select n + 1 from numbers where n < ${last})
      select 'discord' || n, 'discord', 'T1', 'channel', '1' || n, '', 720, 127,
        ${zone}, 'send', 'active', 'U1', cast(${sql.lit(noon)} as bigint) + cast(n % 100 as bigint) * ${sql.lit(DAY)},
        ${sql.lit(now)}, ${sql.lit(TZDATA)}, ${sql.lit(now)}, ${sql.lit(now)} from numbers`.execute(db);
  }
  await sql`analyze`.execute(db);
}

/** Makes so many of them due a second ago, as if their time had come. */
export async function makeDue({ db }: Store, count: number, now: number): Promise<void> {
  await sql`update subscriptions set next_due_at = ${now - 1000}, reckoned_at = ${now - DAY}
    where id in (select id from subscriptions order by id limit ${count})`.execute(db);
  for (const zone of ZONES) {
    const [hours, minutes] = localTime(zone, now - 60_000)
      .slice(11)
      .split(':')
      .map(Number);
    await sql`update subscriptions set local_minute = ${(hours ?? 0) * 60 + (minutes ?? 0)},
      last_local_date = ${localTime(zone, now - 60_000 - DAY).slice(0, 10)}
      where next_due_at = ${now - 1000} and zone = ${zone}`.execute(db);
  }
}

/** YYYY-MM-DD HH:MM. */
function localTime(zone: string, instant: number): string {
  return new Date(instant).toLocaleString('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
}
