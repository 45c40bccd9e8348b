import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Log } from '../ops/log.ts';
import type { Engine } from './engine/engine.ts';
import { DATABASE_FILE, engineOf } from './engine/engine-of.ts';
import { folderUser, lockFolder } from './folder-lock.ts';
import { type MigrationStatus, migrate, migrationStatus } from './migrate.ts';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { placeTrouble } from './place-trouble.ts';
import { runIn } from './run-in.ts';
import type { Database, Store } from './store.ts';
import { type StorePlace, shownPlace } from './store-place.ts';
import type { Tables } from './tables.ts';

export interface OpenOptions {
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Whether the service opens it: a folder has one at a time, a server any number. Other commands may besides. */
  readonly asService?: boolean;
  /** Whether nobody else may have it meanwhile. */
  readonly alone?: boolean;
}

/**
 * Opens the store and brings its schema up to date.
 * @throws {StoreFailure} in words, when it cannot be used; then nothing was changed
 */
export async function openStore(place: StorePlace, options: OpenOptions): Promise<Store> {
  const release = await inWords(place, () => attend(place, options));
  try {
    const store = await inWords(place, async () => openStoreOn(await engineOf(place, options.log)));
    const close = async (): Promise<void> => {
      await store.close();
      await release();
    };
    return { ...store, close };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Opens the store on an engine; see `openStore`. */
export async function openStoreOn({ name, dialect, shown, inspect }: Engine): Promise<Store> {
  const db: Database = new Kysely<Tables>({ dialect });
  try {
    await inspect?.(db);
    await migrate({ db, engine: name, shown });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    db,
    engine: name,
    transaction: (work, options) => runIn(db, name, work, options),
    close: () => db.destroy(),
  };
}

/** A place as it is, without a service. */
export interface PlaceReport {
  /** Which migrations it has seen. */
  readonly migrations: readonly MigrationStatus[];
  /** What runs there, in words; only of a server. */
  readonly runs?: string;
  /** The service that has the folder, in words. */
  readonly user?: string;
}

/**
 * Looks at a place; nothing is changed there.
 * @throws {StoreFailure}
 */
export async function lookAtStore(place: StorePlace, log: Log): Promise<PlaceReport> {
  if (place.kind === 'folder' && isUnused(join(place.folder, DATABASE_FILE))) {
    return { migrations: Object.keys(ALL_MIGRATIONS).map((name) => ({ name, ranAt: undefined })) };
  }
  return inWords(place, async () => {
    const user = place.kind === 'folder' ? folderUser(place.folder) : undefined;
    const { name, dialect, shown, inspect, runs } = await engineOf(place, log);
    const db: Database = new Kysely<Tables>({ dialect });
    try {
      await inspect?.(db);
      const server = await runs?.(db);
      return {
        migrations: await migrationStatus({ db, engine: name, shown }),
        ...(server !== undefined && { runs: server }),
        ...(user !== undefined && { user }),
      };
    } finally {
      await db.destroy();
    }
  });
}

/** SQLite would make a database of an empty file, were it only opened. */
function isUnused(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/** Says what is wrong with the place instead of what its library said. */
async function inWords<T>(place: StorePlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw placeTrouble(error, place) ?? error;
  }
}

/** @returns what gives the place back */
async function attend(
  place: StorePlace,
  { log, now, asService, alone }: OpenOptions,
): Promise<() => unknown> {
  if (place.kind === 'memory' || !(asService || alone)) return () => undefined;
  if (place.kind === 'server') {
    const { attendServer, takeServer } = await import('./server-presence.ts');
    return alone ? takeServer(place.url, shownPlace(place)) : attendServer(place.url, log);
  }
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  return lockFolder(place.folder, now, alone === true);
}
