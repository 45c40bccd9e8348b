import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStoriesFolder } from '../ops/stories-folder.ts';
import type { Problem, Slug } from '../story/article.ts';
import { type Library, openLibrary } from '../story/library.ts';
import { fault, formatProblem } from '../story/problem.ts';
import type { Story } from '../story/story.ts';
import { Failure } from './failure.ts';
import { type World, write } from './world.ts';

/** The folder of stories that came with the program. */
const OWN_STORIES = fileURLToPath(new URL('../../content', import.meta.url));

/** A look at the folder costs a `stat` a story. */
const WATCH_EVERY_MS = 2_000;

/**
 * Opens the stories folder. A story that cannot be used is told on `errors` and left out.
 * @param options `watch`: stories edited while we talk are read again
 * @throws {Failure} when there is no story at all
 */
export async function openStories(world: World, options: { readonly watch: boolean }): Promise<Library> {
  const { library, faults } = lookAtStories(world, options);
  for (const problem of faults) await write(world.errors, `${formatProblem(problem)}\n`);
  return library;
}

/** Opens the stories folder as `openStories` does, and gives what keeps a story out of it rather than tell it. */
export function lookAtStories(
  world: World,
  options: { readonly watch: boolean },
): { readonly library: Library; readonly faults: readonly Problem[] } {
  const folder = storiesFolder(world);
  const library = openLibrary(folder, { now: world.now, watchEveryMs: options.watch ? WATCH_EVERY_MS : 0 });
  const faults = library.problems().filter(isError);
  if (library.all().length > 0) return { library, faults };
  library.close();
  const none = fault(folder, 0, 'there is no story in this folder', 'put a .md file in it');
  throw new Failure(1, ...(faults.length > 0 ? faults : [none]).map(formatProblem));
}

/**
 * A story of the folder by its slug.
 * @throws {Failure} when there is none, with the nearest there are
 */
export async function storyNamed(slug: string, world: World): Promise<Story> {
  const library = await openStories(world, { watch: false });
  const story = library.get(slug as Slug);
  if (story) return story;
  const near = [...new Set([...library.search(slug), ...library.all()])].slice(0, NEAR_SHOWN);
  const there = near.map((each) => each.slug).join(', ');
  throw new Failure(
    1,
    `backstory: there is no story "${slug}"; there is ${there} (a file needs a "/" or its ending)`,
  );
}

const NEAR_SHOWN = 5;

/** Whether a problem keeps its story from being used. */
export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** The stories folder in force. */
export function storiesFolder(world: World): string {
  const set = readStoriesFolder(world.env);
  return set === undefined ? OWN_STORIES : resolve(world.folder, set);
}
