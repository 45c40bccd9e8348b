import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import * as z from 'zod';
import { ApiError } from './api-error.ts';
import { type Discord, NO_CONTENT, ok, type RestCall, type Route } from './rest-route.ts';

const given = z.looseObject({ name: z.string(), type: z.int().default(ApplicationCommandType.ChatInput) });

/** Registering commands: globally (`/applications/:/commands`) and in one guild. */
export const commandRoutes: readonly Route[] = [false, true].flatMap((inGuild): Route[] => {
  const all = `/applications/:${inGuild ? '/guilds/:' : ''}/commands`;
  return [
    {
      method: 'GET',
      pattern: all,
      handle: (call, discord) => {
        const { commands } = scopeOf(call, discord, inGuild);
        return ok(call.query.get('with_localizations') === 'true' ? commands : commands.map(unlocalised));
      },
    },
    {
      method: 'PUT',
      pattern: all,
      kind: 'commands',
      handle: (call, discord) => {
        const { guildId, commands } = scopeOf(call, discord, inGuild);
        const made = z
          .array(z.unknown())
          .parse(call.body)
          .map((body) => stored(body, discord, commands, guildId));
        discord.world.commands.set(guildId, made);
        discord.happenings.emit('commands');
        return ok(made);
      },
    },
    {
      method: 'POST',
      pattern: all,
      kind: 'command',
      handle: (call, discord) => {
        const { guildId, commands } = scopeOf(call, discord, inGuild);
        const made = stored(call.body, discord, commands, guildId);
        const others = commands.filter(({ id }) => id !== made.id);
        discord.world.commands.set(guildId, [...others, made]);
        discord.happenings.emit('commands');
        return { status: others.length === commands.length ? 201 : 200, body: made };
      },
    },
    {
      method: 'DELETE',
      pattern: `${all}/:`,
      handle: (call, discord) => {
        const { guildId, commands } = scopeOf(call, discord, inGuild);
        const left = commands.filter(({ id }) => id !== call.params.at(-1));
        if (left.length === commands.length) throw new ApiError(404, 10063, 'Unknown application command');
        discord.world.commands.set(guildId, left);
        discord.happenings.emit('commands');
        return NO_CONTENT;
      },
    },
  ];
});

function scopeOf({ params }: RestCall, { world }: Discord, inGuild: boolean) {
  if (params[0] !== world.applicationId) throw new ApiError(404, 10002, 'Unknown Application');
  const guildId = inGuild ? (params[1] ?? '') : '';
  if (inGuild && !world.guilds.has(guildId)) throw new ApiError(403, 50001, 'Missing Access');
  return { guildId, commands: world.commands.get(guildId) ?? [] };
}

/** As Discord gives a command back: what was left out filled in; the id kept when the name was there. */
function stored(
  body: unknown,
  { world }: Discord,
  before: readonly APIApplicationCommand[],
  guildId: string,
): APIApplicationCommand {
  const command = given.parse(body);
  const same = before.find(({ name, type }) => name === command.name && type === command.type);
  const filled = {
    id: same?.id ?? world.mint.next(),
    application_id: world.applicationId,
    version: world.mint.next(),
    default_member_permissions: null,
    description: '',
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...(guildId === '' ? { contexts: null, integration_types: [0] } : { guild_id: guildId }),
    ...command,
  };
  // What it gives back of an option lacks the defaults a client may have spelt out.
  return JSON.parse(JSON.stringify(filled), withoutDefaults) as APIApplicationCommand;
}

/** Without being asked for them, Discord leaves the translations out. */
function unlocalised(command: APIApplicationCommand): unknown {
  return JSON.parse(JSON.stringify(command), (key, value: unknown) =>
    key.endsWith('_localizations') ? undefined : value,
  );
}

function withoutDefaults(key: string, value: unknown): unknown {
  return (key === 'required' || key === 'autocomplete') && value === false ? undefined : value;
}
