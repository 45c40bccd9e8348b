import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkStories } from '../story/check-stories.ts';
import { formatProblem } from '../story/problem.ts';
import { isError, storiesFolder } from './open-library.ts';
import { type Verb, type World, write } from './world.ts';

/**
 * `check [--strict] [FILE...]`: what is wrong with stories, a line each on the output; without files, with the
 * stories folder. Exit code 1 when there is an error, or with `--strict` a warning.
 */
export const checkVerb: Verb = async (args, world) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { strict: { type: 'boolean' } },
  });
  const folder = storiesFolder(world);
  const given = positionals.length > 0 ? positionals : [fromHere(folder, world)];
  const problems = checkStories(given.map((shown) => ({ path: resolve(world.folder, shown), shown })));
  for (const problem of problems) await write(world.output, `${formatProblem(problem)}\n`);
  return problems.some((problem) => values.strict || isError(problem)) ? 1 : 0;
};

/** A path as short as it can be said from where the person is. */
function fromHere(path: string, world: World): string {
  const here = relative(world.folder, path);
  return here === '' || here.startsWith('..') ? path : here;
}
