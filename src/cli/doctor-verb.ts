import { parseArgs } from 'node:util';
import type { Finding } from '../ops/finding.ts';
import { Failure, oneLine, wrongUse } from './failure.ts';
import { openStories } from './open-library.ts';
import { type World, write } from './world.ts';

/** Looks at one platform without changing anything there. */
export type Check = (env: World['env']) => Promise<readonly Finding[]>;

/** `doctor`: says what is missing or wrong, in words. @returns 1 when something cannot work as it is */
export async function diagnose(
  args: readonly string[],
  world: World,
  checks: readonly (() => Promise<Check>)[],
): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  if (positionals.length > 0) throw wrongUse('doctor takes nothing');
  const findings = [...(await checkStories(world))];
  for (const load of checks) findings.push(...(await (await load())(world.env)));
  for (const { level, what } of findings) await write(world.output, `${level.padEnd(7)}  ${oneLine(what)}\n`);
  return findings.some(({ level }) => level === 'problem') ? 1 : 0;
}

async function checkStories(world: World): Promise<readonly Finding[]> {
  try {
    const library = await openStories(world, { watch: false });
    const count = library.all().length;
    library.close();
    return [{ level: 'fine', what: `${count} ${count === 1 ? 'story' : 'stories'} to talk about` }];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.lines.map((what) => ({ level: 'problem', what }));
  }
}
