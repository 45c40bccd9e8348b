import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../ops/log.ts';
import type { StorePlace } from '../store-place.ts';
import type { Engine } from './engine.ts';
import { sqliteEngine } from './sqlite-engine.ts';

/** The database's file in the data folder. */
export const DATABASE_FILE = 'backstory.db';

/** The engine of a place; a folder is made when it is not there, for its owner's eyes only. */
export async function engineOf(place: StorePlace, log: Log): Promise<Engine> {
  switch (place.kind) {
    case 'folder':
      mkdirSync(place.folder, { recursive: true, mode: 0o700 });
      return sqliteEngine(join(place.folder, DATABASE_FILE));
    case 'server':
      return (await import('./postgres-engine.ts')).postgresEngine(place.url, log);
    case 'memory':
      return sqliteEngine(':memory:');
    default:
      return place satisfies never;
  }
}
