import { REST, RESTEvents, Routes } from 'discord.js';
import { z } from 'zod';
import { StartFailure } from '../../../src/chat/adapter.ts';
import { clockFindings } from '../../../src/ops/clock-skew.ts';
import type { Finding } from '../../../src/ops/finding.ts';
import { isUnchanged } from '../commands/compare.ts';
import { registerCommands } from '../commands/register.ts';
import { applicationOf } from '../connection/connect.ts';
import { problemOfRequest } from '../connection/start-problems.ts';
import { inviteLink, NEEDED } from '../permissions.ts';
import { failureOf } from '../sending/failure-of.ts';
import { type DiscordSettings, readDiscordSettings } from '../settings.ts';

const application = z.looseObject({
  name: z.string(),
  interactions_endpoint_url: z.string().nullish(),
  integration_types_config: z.record(z.string(), z.unknown()).nullish(),
});
const guilds = z.array(z.looseObject({ id: z.string(), name: z.string(), permissions: z.string() }));
const gateway = z.looseObject({
  shards: z.int(),
  session_start_limit: z.looseObject({ remaining: z.int() }),
});
/** Servers whose permissions and scopes are looked at one by one. */
const SERVERS = 25;
const FEW_SESSIONS = 50;

/** Looks at everything about Discord that can be wrong before somebody meets it; sends nothing, changes nothing. */
export async function checkDiscord(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const read = readDiscordSettings(env);
  if (!('settings' in read)) return read.problems.map(problem);
  const { settings } = read;
  if (settings.token === undefined) return [fine('Discord is off: DISCORD_TOKEN is not set')];
  const rest = new REST({ api: settings.apiUrl, version: '10' }).setToken(settings.token);
  let clock: readonly Finding[] = [];
  rest.once(RESTEvents.Response, (_, response) => {
    clock = clockFindings('Discord', response.headers.get('date'), Date.now());
  });
  try {
    const id = await applicationOf(rest, settings);
    return [
      ...(await checkApplication(rest, id)),
      ...clock,
      ...(await checkCommands(rest, id, settings)),
      ...(await checkGateway(rest, settings)),
      ...(await checkServers(rest, id)),
      fine(`to add the bot to a server: ${inviteLink(id)}`),
    ];
  } catch (error) {
    if (error instanceof StartFailure) return [problem(error.message)];
    const words = error instanceof Error ? error.message : String(error);
    return [problem(problemOfRequest(error) ?? `Discord could not be asked: ${words}`)];
  }
}

async function checkApplication(rest: REST, id: string): Promise<Finding[]> {
  const found = application.parse(await rest.get(Routes.currentApplication()));
  const installable = found.integration_types_config ?? {};
  return [
    fine(`Discord accepts DISCORD_TOKEN: it is ${found.name}, application ${id}`),
    ...(found.interactions_endpoint_url
      ? [
          problem(
            'the application has an Interactions Endpoint URL, so commands never reach the bot: empty it under General Information in the developer portal',
          ),
        ]
      : []),
    ...('0' in installable
      ? []
      : [
          warning(
            'nobody can add the bot to a server: switch on Guild Install under Installation in the developer portal',
          ),
        ]),
    ...('1' in installable
      ? []
      : [
          warning(
            'people cannot add the bot for themselves: switch on User Install under Installation in the developer portal',
          ),
        ]),
  ];
}

async function checkCommands(
  rest: REST,
  applicationId: string,
  { guildId }: DiscordSettings,
): Promise<Finding[]> {
  try {
    const changes = await registerCommands(rest, { applicationId, guildId }, true);
    return isUnchanged(changes)
      ? [fine('the commands are registered and up to date')]
      : [
          warning(
            'the commands are not registered as they are now: they will be at the next start, or by `backstory discord register`',
          ),
        ];
  } catch (error) {
    if (guildId === undefined || failureOf(error).kind !== 'forbidden') throw error;
    return [
      problem(
        `DISCORD_GUILD_ID ${guildId}: the bot has no access there, or was added without the scope applications.commands`,
      ),
    ];
  }
}

async function checkGateway(rest: REST, { shardCount }: DiscordSettings): Promise<Finding[]> {
  const { shards, session_start_limit: limit } = gateway.parse(await rest.get(Routes.gatewayBot()));
  const findings: Finding[] = [];
  if (limit.remaining < FEW_SESSIONS) {
    findings.push(
      warning(
        `only ${limit.remaining} more connections are allowed today: something restarts the bot too often`,
      ),
    );
  }
  if (shardCount !== 'auto' && shardCount < shards) {
    findings.push(warning(`DISCORD_SHARD_COUNT is ${shardCount}, Discord recommends ${shards}`));
  }
  return findings;
}

async function checkServers(rest: REST, applicationId: string): Promise<Finding[]> {
  const all = guilds.parse(await rest.get(Routes.userGuilds()));
  const findings: Finding[] = [
    fine(`the bot is in ${all.length} ${all.length === 1 ? 'server' : 'servers'}`),
  ];
  for (const { id, name, permissions } of all.slice(0, SERVERS)) {
    const missing = NEEDED.filter(({ bit }) => (BigInt(permissions) & bit) === 0n).map(
      (needed) => needed.name,
    );
    if (missing.length > 0) {
      findings.push(
        warning(
          `in “${name}” the bot lacks ${missing.join(', ')}: whoever manages the server grants it under Server Settings, Roles`,
        ),
      );
    }
    if (await lacksCommands(rest, applicationId, id)) {
      findings.push(
        warning(
          `“${name}” was joined without the scope applications.commands, so there are no commands: add the bot once more with the link below`,
        ),
      );
    }
  }
  return findings;
}

async function lacksCommands(rest: REST, applicationId: string, guildId: string): Promise<boolean> {
  try {
    await rest.get(Routes.applicationGuildCommands(applicationId, guildId));
    return false;
  } catch (error) {
    if (failureOf(error).kind === 'forbidden') return true;
    throw error;
  }
}

function fine(what: string): Finding {
  return { level: 'fine', what };
}

function warning(what: string): Finding {
  return { level: 'warning', what };
}

function problem(what: string): Finding {
  return { level: 'problem', what };
}
