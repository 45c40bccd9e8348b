import { type Insertable, sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate, migrationStatus } from '../../src/store/migrate.ts';
import { ALL_MIGRATIONS } from '../../src/store/migrations/all-migrations.ts';
import type { Store } from '../../src/store/store.ts';
import type { DeliveriesTable, SubscriptionsTable } from '../../src/store/tables.ts';
import { describeEveryStore } from '../support/every-store.ts';

describeEveryStore('the store', (stores) => {
  const count = async (store: Store) =>
    Number((await sql<{ n: number }>`select count(*) as n from feedback`.execute(store.db)).rows[0]?.n);
  const note = (story: string) => ({ story, question_type: 'who', count: 1 });

  it('keeps what was written for whoever opens it next', async () => {
    const first = await stores.open();
    await first.db.insertInto('feedback').values(note('bridge')).execute();
    const second = await stores.open();
    expect(await second.db.selectFrom('feedback').selectAll().execute()).toEqual([note('bridge')]);
  });

  it('brings its schema up to date once, however many open it at the same time', async () => {
    const opened = await Promise.all([stores.open(), stores.open(), stores.open()]);
    for (const store of opened) expect(await count(store)).toBe(0);
  });

  it('gives whole numbers and bytes back as they went in', async () => {
    const { db } = await stores.open();
    const version = {
      slug: 'bridge',
      number: 1,
      content_hash: 'abc',
      file: 'bridge.md',
      content: Uint8Array.from([0, 255, 13, 10, 195]),
      seen_at: 1_795_000_000_000,
    };
    await db.insertInto('story_versions').values(version).execute();
    const [row] = await db.selectFrom('story_versions').selectAll().execute();
    expect(row && { ...row, content: Uint8Array.from(row.content) }).toEqual(version);
  });

  it('takes a transaction back whole when its work fails', async () => {
    const store = await stores.open();
    const failing = store.transaction(async (db) => {
      await db.insertInto('feedback').values(note('bridge')).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count(store)).toBe(0);
  });

  it('loses no update of two that read before they write', async () => {
    const [first, second] = [await stores.open(), await stores.open()];
    await first.db.insertInto('feedback').values(note('bridge')).execute();
    const addOne = (store: Store) =>
      store.transaction(
        async (db) => {
          const before = await db.selectFrom('feedback').select('count').executeTakeFirstOrThrow();
          await db
            .updateTable('feedback')
            .set({ count: before.count + 1 })
            .execute();
        },
        { isolated: true },
      );
    await Promise.all([first, second, first, second, first, second].map(addOne));
    const row = await first.db.selectFrom('feedback').select('count').executeTakeFirstOrThrow();
    expect(row.count).toBe(7);
  });

  it('has one subscription for a place, story and time, also for every story', async () => {
    const { db } = await stores.open();
    await db.insertInto('subscriptions').values(subscription('a')).execute();
    const again = db.insertInto('subscriptions').values(subscription('b')).execute();
    await expect(again).rejects.toThrow(/unique/i);
  });

  it('has one delivery for a subscription and local date, and none without its subscription', async () => {
    const { db } = await stores.open();
    const deliver = (id: string) => db.insertInto('deliveries').values(delivery(id)).execute();
    await expect(deliver('1')).rejects.toThrow(/foreign key/i);
    await db.insertInto('subscriptions').values(subscription('a')).execute();
    await deliver('1');
    await expect(deliver('2')).rejects.toThrow(/unique/i);
    await db.deleteFrom('subscriptions').execute();
    expect(await db.selectFrom('deliveries').selectAll().execute()).toEqual([]);
  });

  it('touches nothing that a newer version wrote, and says so', async () => {
    const { db, engine } = await stores.open();
    const newer = { ...ALL_MIGRATIONS, '9999-later': () => ['create table later (id text primary key)'] };
    const place = { db, engine, shown: 'the data' };
    expect(await migrate({ ...place, migrations: newer })).toEqual(['9999-later']);
    await expect(stores.open()).rejects.toThrow(
      /written by a newer version of Backstory \(it has 9999-later\)/,
    );
    await sql`drop table later`.execute(db);
    await sql`delete from backstory_migrations where name = '9999-later'`.execute(db);
    expect((await migrationStatus(place)).map(({ name }) => name)).toEqual(Object.keys(ALL_MIGRATIONS));
  });

  it('leaves the schema as it was when a migration fails half-way', async () => {
    const { db, engine } = await stores.open();
    const failing = {
      ...ALL_MIGRATIONS,
      '9998-good': () => ['create table good (id text primary key)'],
      '9999-bad': () => ['create table bad (id text primary key)', 'create nonsense'],
    };
    await expect(migrate({ db, engine, shown: 'the data', migrations: failing })).rejects.toThrow(/syntax/);
    const tables = (await db.introspection.getTables()).map(({ name }) => name);
    expect(tables.filter((name) => name === 'good' || name === 'bad')).toEqual([]);
    await expect(stores.open()).resolves.toBeDefined();
  });
});

function subscription(id: string): Insertable<SubscriptionsTable> {
  return {
    id,
    platform: 'slack',
    workspace: 'T1',
    place_kind: 'channel',
    place: 'C1',
    story: '',
    local_minute: 480,
    weekdays: 31,
    zone: 'Europe/Kyiv',
    when_unchanged: 'line',
    created_by: 'U1',
    reckoned_at: 1,
    tzdata: '2026c',
    created_at: 1,
    updated_at: 1,
  };
}

function delivery(id: string): Insertable<DeliveriesTable> {
  return {
    id,
    subscription_id: 'a',
    local_date: '2026-11-25',
    occurrence_at: 1,
    platform: 'slack',
    run_at: 1,
    nonce: id,
    created_at: 1,
  };
}
