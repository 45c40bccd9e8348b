import type { Settings } from '../ops/settings.ts';
import { readSettings } from '../ops/settings.ts';
import { Failure } from './failure.ts';
import type { Platform } from './platform.ts';
import type { World } from './world.ts';

/**
 * The settings of the whole service, each part's read at once.
 * @throws {Failure} with a line for each setting of any part that cannot be used
 */
export async function serviceSettings(
  world: World,
  platforms: Readonly<Record<string, Pick<Platform, 'settings'>>>,
): Promise<Settings> {
  const own = readSettings(world.env);
  const others = await Promise.all(Object.values(platforms).map(({ settings }) => settings(world.env)));
  const problems = [own, ...others].flatMap((read) => ('problems' in read ? read.problems : []));
  if (problems.length > 0 || !('settings' in own)) {
    throw new Failure(1, ...[...new Set(problems)].map((problem) => `backstory: ${problem}`));
  }
  return own.settings;
}
