import { type ReadSettings, readSettings, type Settings } from '../ops/settings.ts';
import { Failure } from './failure.ts';
import type { Platform } from './platform.ts';
import type { World } from './world.ts';

/** What has settings of its own beside the service's, by its name. */
export type WithSettings = Readonly<Record<string, Pick<Platform, 'settings'>>>;

/** The settings of the whole service, each part's read at once, or everything that is wrong with them. */
export async function readServiceSettings(env: World['env'], parts: WithSettings): Promise<ReadSettings> {
  const own = readSettings(env);
  const others = await Promise.all(Object.values(parts).map(({ settings }) => settings(env)));
  const problems = [own, ...others].flatMap((read) => ('problems' in read ? read.problems : []));
  return problems.length > 0 ? { problems: [...new Set(problems)] } : own;
}

/**
 * The settings of the whole service.
 * @throws {Failure} with a line for each setting of any part that cannot be used
 */
export async function serviceSettings(world: World, parts: WithSettings): Promise<Settings> {
  const read = await readServiceSettings(world.env, parts);
  if ('problems' in read) throw new Failure(1, ...read.problems.map((problem) => `backstory: ${problem}`));
  return read.settings;
}
