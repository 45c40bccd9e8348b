import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '../ops/log.ts';
import type { Settings } from '../ops/settings.ts';
import type { Store } from '../store/store.ts';
import { StoreFailure } from '../store/store-failure.ts';
import type { StorePlace } from '../store/store-place.ts';
import { Failure } from './failure.ts';
import type { World } from './world.ts';

/** The folder of data when none is set. */
const OWN_DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Where the data is, as the settings say. */
export function dataPlace({ data }: Settings, world: World): StorePlace {
  if (data.databaseUrl !== undefined) return { kind: 'server', url: data.databaseUrl };
  return {
    kind: 'folder',
    folder: data.folder === undefined ? OWN_DATA : resolve(world.folder, data.folder),
  };
}

/**
 * Opens the data for the service. Where nobody said where it is to be and no platform has a token, the bot is
 * only tried: it then does without rather than not at all.
 * @throws {Failure} when it cannot be used
 */
export async function openData(settings: Settings, world: World, log: Log): Promise<Store | undefined> {
  const { openStore } = await import('../store/open-store.ts');
  try {
    return await openStore(dataPlace(settings, world), { log, now: world.now(), asService: true });
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    const { data, tokensSet } = settings;
    const isTried = data.folder === undefined && data.databaseUrl === undefined && tokensSet.length === 0;
    if (!isTried) throw new Failure(1, `backstory: ${error.message}`);
    log.warn({ reason: error.message }, 'going on without a store: nothing is remembered after the end');
    return undefined;
  }
}
