import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Shelf } from '../chat/reading.ts';
import { readSettings, type Settings } from '../ops/settings.ts';
import type { Story } from '../story/story.ts';
import { Failure } from './failure.ts';
import type { World } from './world.ts';

/** The stories there are, and one of them by name. */
export interface OpenLibrary extends Shelf {
  /** @throws {Failure} when there is no such story */
  named(slug: string): Story;
}

/** The folder of stories that came with the program. */
const OWN_STORIES = fileURLToPath(new URL('../../content', import.meta.url));

/** Loads the stories folder. A story that cannot be used is told on `errors` and left out. */
export async function openLibrary(world: World): Promise<OpenLibrary> {
  throw new Failure(1, `not yet ${storiesFolder(settingsOf(world), world)}`);
}

/** The stories folder in force. */
export function storiesFolder({ storiesFolder: set }: Settings, world: World): string {
  return set === undefined ? OWN_STORIES : resolve(world.folder, set);
}

/** @throws {Failure} with a line for each setting that cannot be used */
export function settingsOf(world: World): Settings {
  const read = readSettings(world.env);
  if ('problems' in read) throw new Failure(1, ...read.problems.map((problem) => `backstory: ${problem}`));
  return read.settings;
}
