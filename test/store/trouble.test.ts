import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { describeTrouble } from '../../src/store/describe-trouble.ts';
import { Housekeeping } from '../../src/store/housekeeping.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import type { StorePlace } from '../../src/store/store-place.ts';
import { silentLog } from '../support/every-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOON = Date.UTC(2026, 10, 2, 12);

async function open(place: StorePlace, more: { asService?: boolean; alone?: boolean } = {}): Promise<Store> {
  const store = await openStore(place, { log: silentLog, now: NOON, ...more });
  onTestFinished(() => store.close());
  return store;
}

const inFolder = (folder: string): StorePlace => ({ kind: 'folder', folder });

describe('a data folder', () => {
  it('is made when it is not there, for its owner’s eyes only', async () => {
    const folder = join(temporaryFolder(), 'some', 'where');
    await open(inFolder(folder), { asService: true });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('that others may look into holds a database that they may not read', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    const { db } = await open(inFolder(folder), { asService: true });
    await sql`create table written (n integer)`.execute(db);
    const files = readdirSync(folder).filter((name) => name.startsWith('backstory.db'));
    expect(files).toContain('backstory.db-wal');
    for (const name of files) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0);
  });

  it('has one service at a time, which the next one is told of; commands may look meanwhile', async () => {
    const folder = temporaryFolder();
    const first = await openStore(inFolder(folder), { log: silentLog, now: NOON, asService: true });
    await expect(open(inFolder(folder), { asService: true })).rejects.toThrow(
      `${folder} is in use by another Backstory service (process ${process.pid} on `,
    );
    await expect(open(inFolder(folder), { alone: true })).rejects.toThrow(
      'is in use by another Backstory service',
    );
    await open(inFolder(folder));
    await first.close();
    await open(inFolder(folder), { asService: true });
  });

  it('that is a file, or under one, is refused', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'data')]) {
      await expect(open(inFolder(folder), { asService: true })).rejects.toThrow(
        /must be a folder; name another in BACKSTORY_DATA/,
      );
    }
  });

  it.each([
    [
      'of something else',
      'This is a letter, not a database. '.repeat(200),
      /is no database of Backstory’s; move that file away/,
    ],
    ['of a database cut short', undefined, /is damaged .*put a backup in its place|is damaged; put a backup/],
  ])('with a file %s is refused, and the file is left as it is', async (_what, text, words) => {
    const folder = temporaryFolder();
    const file = join(folder, 'backstory.db');
    if (text === undefined) {
      const other = temporaryFolder();
      await (await openStore(inFolder(other), { log: silentLog, now: NOON })).close();
      copyFileSync(join(other, 'backstory.db'), file);
      writeFileSync(file, readFileSync(file).fill(0x55, 4096 * 2, 4096 * 6));
    } else writeFileSync(file, text);
    const before = readFileSync(file);
    await expect(open(inFolder(folder), { asService: true })).rejects.toThrow(words);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('whose disk fills up says so, and works again when there is room', async () => {
    const store = await open(inFolder(temporaryFolder()));
    await sql`pragma max_page_count = 1`.execute(store.db);
    const fill = () =>
      store.db
        .insertInto('rate_slots')
        .values({ key: 'x'.repeat(5_000_000), next_at: NOON })
        .execute();
    const error = await fill().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(describeTrouble(error, '/srv/data')?.message).toBe(
      'the disk under /srv/data is full; make room on it',
    );
    await sql`pragma max_page_count = 1000000`.execute(store.db);
    await fill();
  });
});

describe('a database server', () => {
  const at = (port: number): StorePlace => ({
    kind: 'server',
    url: `postgres://bot:secret@127.0.0.1:${port}/news`,
  });

  /** Answers whoever connects with PostgreSQL's error message of this code. */
  const refusing = async (code: string, message: string): Promise<number> => {
    const fields = `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`;
    const length = Buffer.alloc(4);
    length.writeInt32BE(4 + Buffer.byteLength(fields));
    const server: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([Buffer.from('E'), length, Buffer.from(fields)])));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return (server.address() as AddressInfo).port;
  };

  it('that is not there is named, without its password', async () => {
    const port = await refusing('28P01', '');
    const free = port === 1 ? 2 : 1;
    await expect(open(at(free), { asService: true })).rejects.toThrow(
      `nothing answers at postgres://127.0.0.1:${free}/news; start the server, or mend DATABASE_URL`,
    );
  });

  it.each([
    ['28P01', 'password authentication failed for user "bot"', 'refuses the password; mend DATABASE_URL'],
    ['28000', 'no pg_hba.conf entry', 'does not let this user in; mend DATABASE_URL'],
    ['3D000', 'database "news" does not exist', 'has no such database as in'],
    ['53300', 'sorry, too many clients already', 'has too many connections'],
    ['57P03', 'the database system is starting up', 'is starting up or shutting down; try again'],
  ])('that refuses with %s is told of in words', async (code, message, words) => {
    const port = await refusing(code, message);
    const opening = open(at(port), { asService: true });
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.not.toThrow('secret');
  });
});

describe('housekeeping', () => {
  it('clears what has expired, and tells how the store is', async () => {
    const store = await open({ kind: 'memory' });
    await store.db
      .insertInto('inbound_events')
      .values([
        { platform: 'slack', id: 'old', seen_at: NOON - 25 * 3_600_000 },
        { platform: 'slack', id: 'new', seen_at: NOON },
      ])
      .execute();
    const housekeeping = new Housekeeping({
      store,
      shown: 'memory',
      clock: { now: () => NOON },
      log: silentLog,
    });
    await housekeeping.stop();
    expect(housekeeping.state()).toEqual({ kind: 'up' });
    const left = await store.db.selectFrom('inbound_events').select('id').execute();
    expect(left).toEqual([{ id: 'new' }]);
    await sql`drop table inbound_events`.execute(store.db);
    const next = new Housekeeping({ store, shown: 'memory', clock: { now: () => NOON }, log: silentLog });
    await next.stop();
    expect(next.state()).toMatchObject({
      kind: 'degraded',
      reason: expect.stringContaining('inbound_events'),
    });
  });

  it('holds on to the conversations used last', async () => {
    const store = await open({ kind: 'memory' });
    const talk = { platform: 'slack', workspace: '', story: null, last: null, touched_by: '' };
    const keys = ['a', 'b', 'c', 'd'];
    await store.db
      .insertInto('conversations')
      .values(keys.map((key, n) => ({ key, ...talk, touched_at: NOON + n })))
      .execute();
    const { sweep } = await import('../../src/store/sweep.ts');
    await sweep(store, NOON, { keptFor: 3_600_000, turns: 10, conversations: 2 });
    const left = await store.db.selectFrom('conversations').select('key').orderBy('key').execute();
    expect(left.map(({ key }) => key)).toEqual(['c', 'd']);
  });

  it('lets no platform where anybody may begin conversations push out another’s', async () => {
    const store = await open({ kind: 'memory' });
    const talk = { workspace: '', story: null, last: null, touched_by: '' };
    const begun = ['slack', 'web', 'web', 'discord', 'web', 'web'].map((platform, n) => ({ platform, n }));
    await store.db
      .insertInto('conversations')
      .values(
        begun.map(({ platform, n }) => ({ key: `${platform}${n}`, platform, ...talk, touched_at: NOON + n })),
      )
      .execute();
    const { sweep } = await import('../../src/store/sweep.ts');
    await sweep(store, NOON, { keptFor: 3_600_000, turns: 10, conversations: 4, apart: { web: 2 } });
    const left = await store.db.selectFrom('conversations').select('key').orderBy('key').execute();
    expect(left.map(({ key }) => key)).toEqual(['discord3', 'slack0', 'web4', 'web5']);
  });
});
