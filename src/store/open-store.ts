import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Log } from '../ops/log.ts';
import { isCollision } from './engine/differences.ts';
import type { Engine } from './engine/engine.ts';
import { sqliteEngine } from './engine/sqlite-engine.ts';
import { migrate } from './migrate.ts';
import type { Database, Store, TransactionOptions } from './store.ts';
import type { Tables } from './tables.ts';

/** Where the data is. */
export type StorePlace =
  /** A folder of ours, made when it is not there. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** A PostgreSQL server: `postgres://user:password@host:port/database`. */
  | { readonly kind: 'server'; readonly url: string }
  /** Nowhere: for as long as the store is open. */
  | { readonly kind: 'memory' };

/** The database's file in the data folder. */
const FILE = 'backstory.db';

/**
 * Opens the store and brings its schema up to date.
 * @throws {StoreFailure} in words, when it cannot be used
 */
export async function openStore(place: StorePlace, log: Log): Promise<Store> {
  return openStoreOn(await engineFor(place, log));
}

async function engineFor(place: StorePlace, log: Log): Promise<Engine> {
  switch (place.kind) {
    case 'folder':
      mkdirSync(place.folder, { recursive: true, mode: 0o700 });
      return sqliteEngine(join(place.folder, FILE));
    case 'server':
      return (await import('./engine/postgres-engine.ts')).postgresEngine(place.url, log);
    case 'memory':
      return sqliteEngine(':memory:');
    default:
      return place satisfies never;
  }
}

/** Opens the store on an engine; see `openStore`. */
export async function openStoreOn({ name, dialect, shown }: Engine): Promise<Store> {
  const db: Database = new Kysely<Tables>({ dialect });
  try {
    await migrate({ db, engine: name, shown });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    engine: name,
    transaction: (work, options) => attempt(() => begin(db, options).execute(work)),
    close: () => db.destroy(),
  };
}

function begin(db: Database, { isolated = false }: TransactionOptions = {}) {
  const transaction = db.transaction();
  // SQLite's are always so.
  return isolated ? transaction.setIsolationLevel('serializable') : transaction;
}

const MOST_ATTEMPTS = 8;

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    try {
      return await work();
    } catch (error) {
      if (attempts >= MOST_ATTEMPTS || !isCollision(error)) throw error;
    }
  }
}
