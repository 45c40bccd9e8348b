import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect, sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import type { Log } from '../../src/ops/log.ts';
import type { Engine } from '../../src/store/engine/engine.ts';
import { postgresEngine } from '../../src/store/engine/postgres-engine.ts';
import { sqliteEngine } from '../../src/store/engine/sqlite-engine.ts';
import { openStoreOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

/** A real server for tests: `postgres://…`; its user may create schemas. */
const SERVER = process.env['TEST_DATABASE_URL'];

export const silentLog: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {}

/** A database of the tests' own, empty at the beginning of each. */
export interface TestStores {
  /** Opens it once more, as another process would; closed after the test. */
  open(): Promise<Store>;
  /** The way to it, for what opens it otherwise. */
  engine(): Engine;
}

/** What the specifications are run on, and how to come by a database of it. */
interface Kind {
  readonly name: string;
  readonly skipped: boolean;
  make(): Promise<{ engine(): Engine; drop(): Promise<void> }>;
}

const KINDS: readonly Kind[] = [
  { name: 'SQLite', skipped: false, make: sqliteFile },
  // A double of the server, for machines that have none.
  ...(SERVER ? [] : [{ name: 'PGlite', skipped: false, make: pgliteSchema }]),
  { name: 'PostgreSQL', skipped: !SERVER, make: serverSchema },
];

/**
 * Runs the same specifications on every store there is: a SQLite file, and a real PostgreSQL server when
 * `TEST_DATABASE_URL` names one; without it PGlite, a double of it, and the server's run is skipped for all to see.
 */
export function describeEveryStore(what: string, specify: (stores: TestStores) => void): void {
  for (const { name, skipped, make } of KINDS) {
    describe.skipIf(skipped)(`${what}, on ${name}`, () => {
      let place: Awaited<ReturnType<Kind['make']>>;
      const open: Store[] = [];
      // PGlite starts a server's worth of code: half a minute on a busy machine.
      beforeAll(async () => {
        place = await make();
      }, 120_000);
      afterEach(async () => {
        const [first] = open;
        try {
          if (first) await empty(first);
        } finally {
          await Promise.all(open.splice(0).map((store) => store.close()));
        }
      });
      afterAll(() => place?.drop());
      specify({
        engine: () => place.engine(),
        async open() {
          const store = await openStoreOn(place.engine());
          open.push(store);
          return store;
        },
      });
    });
  }
}

async function empty({ db, engine }: Store): Promise<void> {
  const { rows } = await (engine === 'sqlite'
    ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
    : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`
  ).execute(db);
  const ours = rows.filter(({ name }) => !name.startsWith('backstory_migrations'));
  for (const { name } of ours) await sql`delete from ${sql.table(name)}`.execute(db);
}

async function sqliteFile() {
  const folder = mkdtempSync(join(tmpdir(), 'backstory-store-'));
  return {
    engine: () => sqliteEngine(join(folder, 'backstory.db')),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** One for all files of a worker: starting one takes seconds. */
let double: Promise<PGlite> | undefined;

async function pgliteSchema() {
  double ??= PGlite.create();
  const server = await double;
  const schema = newSchema();
  // It has one session, which belongs to one suite at a time.
  await server.exec(`create schema ${schema}; set search_path = ${schema}`);
  // Whoever opens it again has the same session; closing leaves it to the next.
  const shared = {
    query: server.query.bind(server),
    transaction: server.transaction.bind(server),
    close: async () => {},
    closed: false,
    ready: true,
    waitReady: Promise.resolve(),
  };
  const engine: Engine = {
    name: 'postgres',
    dialect: new PGliteDialect({ pglite: shared as never }),
    shown: 'PGlite',
  };
  return {
    engine: () => engine,
    drop: async () => void (await server.exec(`reset search_path; drop schema ${schema} cascade`)),
  };
}

async function serverSchema() {
  const url = SERVER ?? '';
  const schema = newSchema();
  await onServer(url, `create schema ${schema}`);
  return {
    engine: () => postgresEngine(withSchema(url, schema), silentLog),
    drop: () => onServer(url, `drop schema ${schema} cascade`),
  };
}

function newSchema(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The server's address for a schema of its own. */
function withSchema(url: string, schema: string): string {
  const address = new URL(url);
  address.searchParams.set('options', `-c search_path=${schema}`);
  return address.href;
}
