import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Verb, write } from './world.ts';

/** Prints the version in package.json. */
export const versionVerb: Verb = async (_args, world) => {
  const file = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(file));
  await write(world.output, `${version}\n`);
  return 0;
};
