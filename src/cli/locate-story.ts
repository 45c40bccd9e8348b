import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Article, Problem } from '../story/article.ts';
import { parseArticle } from '../story/parse-article.ts';
import { formatProblem } from '../story/problem.ts';
import { Failure } from './failure.ts';
import { openLibrary } from './open-library.ts';
import { type World, write } from './world.ts';

/**
 * The article a command names: a file, or a story of the stories folder by its slug. Warnings about a file go
 * to `errors`.
 * @throws {Failure} with what is wrong with it, a line each
 */
export async function locateStory(name: string, world: World): Promise<Article> {
  if (!isPath(name)) return (await openLibrary(world)).named(name).latest.article;
  const { article, problems } = parseArticle(await readStory(resolve(world.folder, name), name), {
    file: name,
  });
  if (!article) throw new Failure(1, ...problems.filter(isError).map(formatProblem));
  for (const problem of problems.slice(0, WARNINGS_SHOWN))
    await write(world.errors, `${formatProblem(problem)}\n`);
  return article;
}

/** True for what names a file rather than a story. */
export function isPath(name: string): boolean {
  return name.includes('/') || /\.(?:md|txt|html?)$/i.test(name);
}

const WARNINGS_SHOWN = 10;

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

/** Larger files are no news story; the reader is told before the memory is filled. */
const LARGEST = 10_000_000;

async function readStory(path: string, name: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > LARGEST) {
      throw new Failure(
        1,
        `${name}: ${Math.round(size / 1e6)} MB is too large for a story: give the article alone, up to ${LARGEST / 1e6} MB`,
      );
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}
