import { readSettings, type Settings } from '../ops/settings.ts';
import { Failure } from './failure.ts';
import type { World } from './world.ts';

/** @throws {Failure} with a line for each setting that cannot be used */
export function settingsOf(world: World): Settings {
  const read = readSettings(world.env);
  if ('problems' in read) throw new Failure(1, ...read.problems.map((problem) => `backstory: ${problem}`));
  return read.settings;
}
