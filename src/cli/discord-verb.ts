import { parseArgs } from 'node:util';
import { Failure, wrongUse } from './failure.ts';
import { type World, write } from './world.ts';

/** Registers the commands on Discord; what was done, a line each. */
export type Register = (
  env: World['env'],
  options: { readonly guildId?: string | undefined; readonly dryRun: boolean },
) => Promise<readonly string[]>;

/** `discord register [--guild ID] [--dry-run]`: has Discord show the commands as they are now. */
export async function registerOnDiscord(
  args: readonly string[],
  { env, output }: Pick<World, 'env' | 'output'>,
  loadRegister: () => Promise<Register>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { guild: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  });
  const [task, ...others] = positionals;
  if (task !== 'register' || others.length > 0) throw wrongUse('discord can do one thing: discord register');
  const { guild: guildId, 'dry-run': dryRun = false } = values;
  if (guildId !== undefined && !/^\d{17,20}$/.test(guildId)) {
    throw wrongUse('--guild takes the id of a server: 17 to 20 digits');
  }
  const register = await loadRegister();
  try {
    for (const line of await register(env, { guildId, dryRun })) await write(output, `${line}\n`);
  } catch (error) {
    throw new Failure(1, `backstory: ${error instanceof Error ? error.message : error}`);
  }
  return 0;
}
