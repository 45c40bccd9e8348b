import {
  type BaseInteraction,
  type Channel,
  type Client,
  type Guild,
  type GuildMember,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
  type User,
} from 'discord.js';
import type { DigestPlace, DigestWhere, FindPlace } from '../../../src/chat/digest-intent.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { missingToPost } from '../permissions.ts';

type Permissions = Readonly<PermissionsBitField> | null;

/** A channel as somebody stands before it. */
interface Standpoint {
  readonly id: string;
  readonly name: string;
  readonly isThread: boolean;
  /** What the asker may do there, and the bot; null where Discord did not say. */
  readonly askers: Permissions;
  readonly bots: Permissions;
}

/** Finds the places that somebody who used a command, pressed a button or sent a form may mean. */
export function interactionPlace(interaction: BaseInteraction): FindPlace {
  const { guildId, user, client } = interaction;
  return async (where) => {
    if (where.kind === 'channel' && where.workspace !== undefined) return known(client, user, where);
    if (where.kind === 'me' || (where.kind === 'here' && guildId === null)) return personPlace(user.id);
    if (guildId === null) return undefined;
    const guild = client.guilds.cache.get(guildId);
    if (!guild) return { ...channelPlace(guildId, here(interaction)), obstacle: discordWording.notMember };
    if (where.kind === 'here') return channelPlace(guildId, here(interaction));
    const seen = chosen(interaction, where.channel) ?? named(guild, where.channel, memberOf(interaction));
    return seen && channelPlace(guildId, seen);
  };
}

/** The same for somebody who wrote a message. */
export function messagePlace(message: Message): FindPlace {
  const { guild, author, member, client } = message;
  return async (where) => {
    if (where.kind === 'channel' && where.workspace !== undefined) return known(client, author, where);
    if (where.kind === 'me' || (where.kind === 'here' && guild === null)) return personPlace(author.id);
    if (guild === null) return undefined;
    const channel = where.kind === 'here' ? message.channelId : where.channel;
    const seen = named(guild, channel, member);
    return seen && channelPlace(guild.id, seen);
  };
}

/**
 * The channel that a digest is known to go to, whatever server or DM it is spoken of in. One that is gone is left to
 * those who may manage the server's channels.
 */
async function known(
  client: Client,
  user: User,
  { channel, workspace = '' }: Extract<DigestWhere, { kind: 'channel' }>,
): Promise<DigestPlace | undefined> {
  const guild = client.guilds.cache.get(workspace);
  const member = await guild?.members.fetch(user.id).catch(() => null);
  if (!guild || !member) return undefined;
  const seen = named(guild, channel, member);
  if (seen) return channelPlace(guild.id, seen);
  if (guild.channels.cache.has(channel)) return undefined;
  const gone = { id: channel, name: '', isThread: false, askers: member.permissions, bots: null };
  return {
    ...channelPlace(guild.id, gone),
    name: discordWording.goneChannel,
    obstacle: discordWording.channelGone,
  };
}

function personPlace(user: string): DigestPlace {
  return {
    destination: { platform: 'discord', workspace: '', kind: 'person', id: user },
    name: discordWording.yourDm,
    standing: 'manager',
  };
}

function channelPlace(guildId: string, { id, name, isThread, askers, bots }: Standpoint): DigestPlace {
  const missing = bots ? missingToPost(bots, isThread) : [];
  const { ManageChannels, ManageGuild } = PermissionFlagsBits;
  return {
    destination: { platform: 'discord', workspace: guildId, kind: 'channel', id },
    name: name === '' ? discordWording.thisChannel : `#${name}`,
    standing: askers?.any([ManageChannels, ManageGuild]) ? 'manager' : 'reader',
    ...(missing.length > 0 && { obstacle: discordWording.mayNotPost(`#${name}`, missing) }),
  };
}

/** Where an interaction was used: Discord tells what both may do there. */
function here(interaction: BaseInteraction): Standpoint {
  const { channel, channelId, memberPermissions, appPermissions } = interaction;
  return {
    id: channelId ?? '',
    name: channel && 'name' in channel ? (channel.name ?? '') : '',
    isThread: channel?.isThread() ?? false,
    askers: memberPermissions,
    bots: appPermissions,
  };
}

/** The channel somebody chose for a command: Discord offers only those they see, and tells what both may do. */
function chosen(interaction: BaseInteraction, id: string): Standpoint | undefined {
  if (!interaction.isChatInputCommand()) return undefined;
  const channel = interaction.options.resolved?.channels?.get(id);
  // One that Discord told too little about is looked up as if it had been typed.
  if (!channel || !('isThread' in channel)) return undefined;
  return {
    id,
    name: 'name' in channel ? (channel.name ?? '') : '',
    isThread: channel.isThread(),
    askers: channel.permissions,
    bots: channel.appPermissions,
  };
}

const MENTION = /^<#(\d{1,20})>$/;

/** A channel by its id, its mention or its name, when the asker may see it. */
function named(guild: Guild, given: string, member: GuildMember | null): Standpoint | undefined {
  const id = MENTION.exec(given.trim())?.[1] ?? given.trim();
  const name = id.replace(/^#/, '').toLowerCase();
  const channel =
    guild.channels.cache.get(id) ??
    guild.channels.cache.find((each) => each.isTextBased() && each.name.toLowerCase() === name);
  if (!channel || !isPostable(channel)) return undefined;
  const askers = member?.permissionsIn(channel) ?? null;
  const me = guild.members.me;
  return askers?.has(PermissionFlagsBits.ViewChannel)
    ? {
        id: channel.id,
        name: channel.name,
        isThread: channel.isThread(),
        askers,
        bots: me ? channel.permissionsFor(me) : null,
      }
    : undefined;
}

function isPostable(channel: Channel): boolean {
  return channel.isTextBased() && !channel.isDMBased();
}

function memberOf(interaction: BaseInteraction): GuildMember | null {
  return interaction.inCachedGuild() ? interaction.member : null;
}
