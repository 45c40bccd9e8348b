import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { dataPlace } from './data-place.ts';
import { settingsOf } from './settings-of.ts';
import type { World } from './world.ts';

/**
 * Does something with the service's data, also while the service runs.
 * @throws {Failure} when the data cannot be used
 */
export async function withStore<T>(world: World, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../store/open-store.ts');
  const { inWords } = await import('./in-words.ts');
  const place = dataPlace(settingsOf(world), world);
  return inWords(place, async () => {
    const store = await openStore(place, { log: SILENT, now: world.now() });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

const ignore = (): void => undefined;
const SILENT: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
