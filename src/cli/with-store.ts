import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { StoreFailure } from '../store/store-failure.ts';
import { dataPlace } from './data-place.ts';
import { Failure } from './failure.ts';
import { settingsOf } from './settings-of.ts';
import type { World } from './world.ts';

/**
 * Does something with the service's data, also while the service runs.
 * @throws {Failure} when the data cannot be used
 */
export async function withStore<T>(world: World, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/open-store.ts');
  let store: Store;
  try {
    store = await openStore(dataPlace(settingsOf(world), world), { log: SILENT, now: world.now() });
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    throw new Failure(1, `backstory: ${error.message}`);
  }
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const ignore = (): void => undefined;
const SILENT: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
