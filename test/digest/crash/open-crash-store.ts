import { postgresEngine } from '../../../src/store/engine/postgres-engine.ts';
import { sqliteEngine } from '../../../src/store/engine/sqlite-engine.ts';
import { openStoreOn } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { silentLog } from '../../support/every-store.ts';

/** @param place a file, or `postgres://…` */
export function openCrashStore(place: string): Promise<Store> {
  return openStoreOn(place.startsWith('postgres') ? postgresEngine(place, silentLog) : sqliteEngine(place));
}
