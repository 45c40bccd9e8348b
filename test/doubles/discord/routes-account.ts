import { ApplicationIntegrationType, PermissionFlagsBits } from 'discord.js';
import { ApiError } from './api-error.ts';
import { channelPayload, guildCreatePayload, memberPayload, userPayload } from './guild-payload.ts';
import { permissionsIn } from './permissions.ts';
import { ok, type Route } from './rest-route.ts';
import type { Channel, World } from './world.ts';

/** Who the bot is, and what it may look up. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/gateway/bot',
    handle: (_, { url, shards }) =>
      ok({
        url: url.gateway,
        shards,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 },
      }),
  },
  { method: 'GET', pattern: '/users/@me', handle: (_, { world }) => ok(userPayload(world.bot)) },
  { method: 'GET', pattern: '/applications/@me', handle: (_, { world }) => ok(applicationPayload(world)) },
  {
    method: 'GET',
    pattern: '/users/@me/guilds',
    handle: (_, { world }) =>
      ok(
        [...world.guilds.values()]
          .filter((guild) => guild.botIsMember)
          .map((guild) => ({
            id: guild.id,
            name: guild.name,
            icon: null,
            owner: false,
            permissions: String(guild.botMay),
            features: [],
          })),
      ),
  },
  {
    method: 'GET',
    pattern: '/guilds/:',
    handle: ({ params }, { world }) => ok(guildCreatePayload(guildOf(world, params[0]), world.bot)),
  },
  {
    method: 'GET',
    pattern: '/guilds/:/members/:',
    handle: ({ params }, { world }) => {
      const guild = guildOf(world, params[0]);
      const member = guild.members.get(params[1] ?? '');
      if (!member) throw new ApiError(404, 10007, 'Unknown Member');
      return ok({ ...memberPayload(guild, member.person), user: userPayload(member.person) });
    },
  },
  {
    method: 'GET',
    pattern: '/channels/:',
    handle: ({ params }, { world }) => ok(channelPayload(channelOf(world, params[0]), world.bot)),
  },
  {
    method: 'PATCH',
    pattern: '/channels/:',
    kind: 'thread-edit',
    handle: ({ params, body }, { world }) => {
      const channel = channelOf(world, params[0]);
      const may = permissionsIn(channel, world.bot, world.bot);
      if (channel.archived === 'locked' && !(may & PermissionFlagsBits.ManageThreads)) {
        throw new ApiError(403, 50013, 'Missing Permissions');
      }
      const isOpened =
        typeof body === 'object' && body !== null && 'archived' in body && body.archived === false;
      if (isOpened) delete channel.archived;
      return ok(channelPayload(channel, world.bot));
    },
  },
  {
    method: 'POST',
    pattern: '/users/@me/channels',
    kind: 'private-channel',
    handle: ({ body }, { world }) => {
      const id = typeof body === 'object' && body !== null && 'recipient_id' in body ? body.recipient_id : '';
      const person = world.people.get(String(id));
      if (!person || person.bot) throw new ApiError(400, 50007, 'Cannot send messages to this user');
      return ok(channelPayload(world.dmWith(person), world.bot));
    },
  },
];

/** @throws {ApiError} 10003 when there is no such channel */
export function channelOf(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw new ApiError(404, 10003, 'Unknown Channel');
  return channel;
}

function guildOf(world: World, id: string | undefined) {
  const guild = world.guilds.get(id ?? '');
  if (!guild?.botIsMember) throw new ApiError(404, 10004, 'Unknown Guild');
  return guild;
}

function applicationPayload({ applicationId, bot, guilds }: World) {
  return {
    id: applicationId,
    name: bot.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    hook: true,
    summary: '',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: guilds.size,
    approximate_user_install_count: 0,
    integration_types_config: {
      [ApplicationIntegrationType.GuildInstall]: {},
      [ApplicationIntegrationType.UserInstall]: {},
    },
    bot: userPayload(bot),
  };
}
