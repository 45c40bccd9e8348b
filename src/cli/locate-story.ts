import { resolve } from 'node:path';
import type { Article } from '../story/article.ts';
import { formatProblem } from '../story/problem.ts';
import { readStoryFile } from '../story/read-story-file.ts';
import { Failure } from './failure.ts';
import { isError, storyNamed } from './open-library.ts';
import { type World, write } from './world.ts';

/**
 * The article a command names: a file, or a story of the stories folder by its slug. Warnings about a file go
 * to `errors`.
 * @throws {Failure} with what is wrong with it, a line each
 */
export async function locateStory(name: string, world: World): Promise<Article> {
  if (!isPath(name)) return (await storyNamed(name, world)).latest.article;
  const { article, problems } = readStoryFile(resolve(world.folder, name), name);
  if (!article) throw new Failure(1, ...problems.filter(isError).map(formatProblem));
  for (const problem of problems.slice(0, WARNINGS_SHOWN))
    await write(world.errors, `${formatProblem(problem)}\n`);
  return article;
}

/** True for what names a file rather than a story. */
function isPath(name: string): boolean {
  return name.includes('/') || /\.(?:md|txt|html?)$/i.test(name);
}

const WARNINGS_SHOWN = 10;
