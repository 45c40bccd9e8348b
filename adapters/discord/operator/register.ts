import { REST } from 'discord.js';
import { StartFailure } from '../../../src/chat/adapter.ts';
import { isUnchanged } from '../commands/compare.ts';
import { registerCommands } from '../commands/register.ts';
import { applicationOf } from '../connection/connect.ts';
import { problemOfRequest, problems } from '../connection/start-problems.ts';
import { failureOf } from '../sending/failure-of.ts';
import { readDiscordSettings } from '../settings.ts';

export interface RegisterOptions {
  /** In this server only; without it where the settings say. */
  readonly guildId?: string | undefined;
  /** Says what would change and changes nothing. */
  readonly dryRun: boolean;
}

/**
 * Registers the commands from the command line.
 * @returns what was done, a line each
 * @throws {StartFailure} when it cannot be done: a sentence that names the setting
 */
export async function register(
  env: Readonly<Record<string, string | undefined>>,
  { guildId, dryRun }: RegisterOptions,
): Promise<readonly string[]> {
  const read = readDiscordSettings(env);
  if (!('settings' in read)) throw new StartFailure(read.problems.join('\n'));
  const { settings } = read;
  if (settings.token === undefined) throw new StartFailure('DISCORD_TOKEN is not set');
  const rest = new REST({ api: settings.apiUrl, version: '10' }).setToken(settings.token);
  const scope = guildId ?? settings.guildId;
  try {
    const applicationId = await applicationOf(rest, settings);
    const changes = await registerCommands(rest, { applicationId, guildId: scope }, dryRun);
    const where = scope === undefined ? 'everywhere' : `in the server ${scope}`;
    if (isUnchanged(changes)) return [`The commands ${where} are up to date.`];
    return [
      ...changes.added.map((name) => `+ ${name}`),
      ...changes.changed.map((name) => `~ ${name}`),
      ...changes.removed.map((name) => `- ${name}`),
      dryRun ? `Nothing was changed ${where}: this was a dry run.` : `Registered ${where}.`,
    ];
  } catch (error) {
    throw new StartFailure(sentenceFor(error, scope !== undefined));
  }
}

function sentenceFor(error: unknown, inGuild: boolean): string {
  if (error instanceof StartFailure) return error.message;
  const { kind } = failureOf(error);
  if (inGuild && (kind === 'forbidden' || kind === 'gone')) return problems.guild;
  return (
    problemOfRequest(error) ?? `Discord could not be asked: ${error instanceof Error ? error.message : error}`
  );
}
