import type { Keep } from '../chat/keep.ts';
import type { Memory } from '../chat/memory.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Readiness } from '../ops/readiness.ts';
import type { Settings } from '../ops/settings.ts';
import type { Store } from '../store/store.ts';
import type { Archive } from '../story/archive.ts';
import { dataPlace, openData } from './data-place.ts';
import type { World } from './world.ts';

/** What the service keeps over restarts. */
export interface Kept {
  readonly store: Store;
  readonly memory: Memory;
  /** The versions of stories. */
  readonly archive: Archive;
  /** What a platform keeps, by its name. */
  keepFor(platform: string): Keep;
  close(): Promise<void>;
}

export interface KeptParts {
  readonly world: World;
  readonly log: Log;
  readonly clock: Clock;
  readonly readiness: Readiness;
}

/**
 * Opens the store and what is built on it, and keeps it tidy until it is closed.
 * @returns undefined when the bot is only tried and can have no store
 * @throws {Failure} when it cannot be used
 */
export async function openKept(settings: Settings, parts: KeptParts): Promise<Kept | undefined> {
  const { world, log, clock, readiness } = parts;
  const store = await openData(settings, world, log);
  if (!store) return undefined;
  const { StoredArchive } = await import('../store/stored-archive.ts');
  const { StoredMemory } = await import('../store/stored-memory.ts');
  const { createStoredKeep } = await import('../store/stored-keep.ts');
  const { Housekeeping } = await import('../store/housekeeping.ts');
  const { shownPlace } = await import('../store/store-place.ts');
  const shown = shownPlace(dataPlace(settings, world));
  const housekeeping = new Housekeeping({ store, shown, clock, log });
  // Without it the bot still answers, only forgetfully.
  readiness.told('store', () => housekeeping.state());
  return {
    store,
    memory: new StoredMemory(store),
    archive: new StoredArchive(store),
    keepFor: (platform) => createStoredKeep(store, platform, clock),
    async close() {
      await housekeeping.stop();
      await store.close();
    },
  };
}
