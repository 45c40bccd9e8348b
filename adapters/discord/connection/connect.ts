import { Client, Events, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import { StartFailure } from '../../../src/chat/adapter.ts';
import type { Log } from '../../../src/ops/log.ts';
import type { Metrics } from '../../../src/ops/metrics.ts';
import { isUnchanged } from '../commands/compare.ts';
import { registerCommands } from '../commands/register.ts';
import { failureOf } from '../sending/failure-of.ts';
import type { DiscordSettings } from '../settings.ts';
import { clientOptions } from './client-options.ts';
import { problemOfRequest, problems } from './start-problems.ts';
import { ConnectionWatch } from './watch.ts';

const application = z.looseObject({ id: z.string() });

export interface Connected {
  readonly client: Client<true>;
  readonly watch: ConnectionWatch;
}

/** What a connection is made with. */
export interface Connecting {
  readonly settings: DiscordSettings;
  readonly token: string;
  readonly log: Log;
  /** Told of every REST request as it goes out. */
  readonly onRequest: (url: string) => void;
  readonly metrics: Metrics;
  /** Called as soon as events may come, before the first does. */
  readonly onReady: (client: Client<true>) => void;
  /** Called when the connection is lost for good after it was ready. */
  readonly onLost: (problem: string) => void;
}

/**
 * Connects to Discord: finds the application, registers its commands where they differ, and waits until
 * every shard of this process is ready.
 * @throws {StartFailure} when a setting has to be changed first
 * @throws whatever kept it from connecting this time: trying again may help
 */
export async function connect({
  settings,
  token,
  log,
  onRequest,
  metrics,
  onReady,
  onLost,
}: Connecting): Promise<Connected> {
  const client = new Client(clientOptions(settings, { onRequest, metrics }));
  client.rest.setToken(token);
  try {
    const id = await applicationOf(client.rest, settings);
    if (runsFirstShard(settings)) await register(client.rest, settings, id, log);
    const watch = await ready(client, token, log, onReady, onLost);
    return { client: client as Client<true>, watch };
  } catch (error) {
    await client.destroy();
    const problem = problemOfRequest(error);
    throw problem === undefined ? error : new StartFailure(problem);
  }
}

/**
 * The application the token belongs to.
 * @throws {StartFailure} when the setting names another one
 */
export async function applicationOf(rest: REST, settings: DiscordSettings): Promise<string> {
  const found = application.safeParse(await rest.get(Routes.currentApplication()));
  if (!found.success) throw new StartFailure(problems.address);
  const { id } = found.data;
  if (settings.applicationId !== undefined && settings.applicationId !== id) {
    throw new StartFailure(problems.application(settings.applicationId, id));
  }
  return id;
}

/** Of several processes that share a bot, one registers its commands. */
function runsFirstShard({ shards }: DiscordSettings): boolean {
  return shards === 'auto' || shards.includes(0);
}

/** Commands that cannot be registered just now are those of the last time: no reason to stay away. */
async function register(
  rest: REST,
  { guildId }: DiscordSettings,
  applicationId: string,
  log: Log,
): Promise<void> {
  try {
    const changes = await registerCommands(rest, { applicationId, guildId });
    if (!isUnchanged(changes)) log.info({ ...changes }, 'Discord: commands registered');
  } catch (error) {
    const { kind, code } = failureOf(error);
    const isGuilds =
      guildId !== undefined && (kind === 'forbidden' || code === RESTJSONErrorCodes.UnknownGuild);
    if (isGuilds) throw new StartFailure(problems.guild);
    if (kind === 'token' || code === RESTJSONErrorCodes.UnknownApplication) throw error;
    log.warn(
      { failure: kind, code },
      'Discord: the commands could not be registered; going on with those it has',
    );
  }
}

async function ready(
  client: Client,
  token: string,
  log: Log,
  onReady: (client: Client<true>) => void,
  onLost: (problem: string) => void,
): Promise<ConnectionWatch> {
  const fatal = Promise.withResolvers<never>();
  let isReady = false;
  const watch = new ConnectionWatch(client, log, (problem) => {
    if (isReady) onLost(problem);
    else fatal.reject(new StartFailure(problem));
  });
  const up = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, (connected) => {
      isReady = true;
      onReady(connected);
      resolve();
    });
  });
  await Promise.race([Promise.all([client.login(token), up]), fatal.promise]);
  return watch;
}
