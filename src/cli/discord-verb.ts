import { parseArgs } from 'node:util';
import { StartFailure } from '../chat/adapter.ts';
import { Failure, wrongUse } from './failure.ts';
import { type World, write } from './world.ts';

/** Registers the commands; gives what was done, a line each. */
export type RegisterCommands = (
  env: World['env'],
  options: { readonly guildId?: string | undefined; readonly dryRun: boolean },
) => Promise<readonly string[]>;

/** `discord register [--guild ID] [--dry-run]`: tells Discord the bot's commands. */
export async function registerOnDiscord(
  args: readonly string[],
  { env, output }: Pick<World, 'env' | 'output'>,
  load: () => Promise<RegisterCommands>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { guild: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  });
  const [task, ...others] = positionals;
  if (task !== 'register' || others.length > 0) throw wrongUse('discord can do one thing: discord register');
  if (values.guild !== undefined && !/^\d{15,21}$/.test(values.guild))
    throw wrongUse('--guild takes the id of a server, a number of 17 digits or more');
  const register = await load();
  try {
    const lines = await register(env, { guildId: values.guild, dryRun: values['dry-run'] === true });
    for (const line of lines) await write(output, `${line}\n`);
  } catch (error) {
    if (error instanceof StartFailure) throw new Failure(1, `backstory: ${error.message}`);
    throw error;
  }
  return 0;
}
