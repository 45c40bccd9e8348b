import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../ops/log.ts';
import { makeFile } from '../data-files.ts';
import type { StorePlace } from '../store-place.ts';
import type { Engine } from './engine.ts';
import { sqliteEngine } from './sqlite-engine.ts';

/** The database's file in the data folder. */
export const DATABASE_FILE = 'backstory.db';

/** The engine of a place; a folder and a file are made when they are not there, for their owner's eyes only. */
export async function engineOf(place: StorePlace, log: Log): Promise<Engine> {
  switch (place.kind) {
    case 'folder':
      mkdirSync(place.folder, { recursive: true, mode: 0o700 });
      // SQLite gives the files it makes beside this one the same rights.
      makeFile(join(place.folder, DATABASE_FILE));
      return sqliteEngine(join(place.folder, DATABASE_FILE));
    case 'server':
      return (await import('./postgres-engine.ts')).postgresEngine(place.url, log);
    case 'memory':
      return sqliteEngine(':memory:');
    default:
      return place satisfies never;
  }
}
