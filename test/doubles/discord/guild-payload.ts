import {
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js';
import type { GatewayData } from './gateway-data.ts';
import { everybodyMay } from './permissions.ts';
import type { Channel, Guild, Person } from './world.ts';

/** Widened: a literal 0 is no member of a flags enum. */
const NO_FLAGS: number = 0;
const LONG_AGO = '2024-01-01T00:00:00.000000+00:00';

export function userPayload(person: Person): APIUser {
  return {
    id: person.id,
    username: person.name.toLowerCase(),
    discriminator: '0',
    global_name: person.bot ? null : person.name,
    avatar: null,
    ...(person.bot && { bot: true }),
  };
}

/** A member without its user, as in messages; `roles` holds the one role the double gives each member. */
export function memberPayload(guild: Guild, person: Person): Omit<APIGuildMember, 'user'> {
  return {
    roles: (guild.members.get(person.id)?.permissions ?? 0n) === 0n ? [] : [roleIdOf(person)],
    joined_at: LONG_AGO,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
  };
}

/** A person's own role has an id beside the person's: nothing else has it. */
function roleIdOf(person: Person): string {
  return String(BigInt(person.id) + 1n);
}

function rolePayload(id: string, name: string, permissions: bigint, position: number): APIRole {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: String(permissions),
    managed: false,
    mentionable: false,
    flags: NO_FLAGS,
  };
}

/** A channel as GUILD_CREATE and GET give it, with the bot's overwrite when something is denied to it. */
export function channelPayload(channel: Channel, bot: Person): APIChannel {
  const { guild, recipient, parent } = channel;
  if (recipient) {
    return {
      id: channel.id,
      type: ChannelType.DM,
      name: null,
      recipients: [userPayload(recipient)],
      last_message_id: null,
      flags: NO_FLAGS,
    };
  }
  if (guild === undefined) throw new Error('a channel without a guild is a DM');
  if (parent) return threadPayload(channel, parent, guild);
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    name: channel.name,
    guild_id: guild.id,
    position: 0,
    permission_overwrites: overwrites(channel, guild, bot),
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    flags: NO_FLAGS,
  };
}

function overwrites({ botDenied, hidden }: Channel, guild: Guild, bot: Person) {
  const view = String(PermissionFlagsBits.ViewChannel);
  return [
    ...(hidden ? [{ id: guild.id, type: OverwriteType.Role, allow: '0', deny: view }] : []),
    ...(hidden || botDenied !== 0n
      ? [{ id: bot.id, type: OverwriteType.Member, allow: hidden ? view : '0', deny: String(botDenied) }]
      : []),
  ];
}

function threadPayload(channel: Channel, parent: Channel, guild: Guild): APIThreadChannel {
  return {
    id: channel.id,
    type: ChannelType.PublicThread,
    name: channel.name,
    guild_id: guild.id,
    parent_id: parent.id,
    owner_id: guild.owner.id,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: NO_FLAGS,
    applied_tags: [],
    thread_metadata: {
      archived: channel.archived !== undefined,
      auto_archive_duration: 1440,
      archive_timestamp: LONG_AGO,
      locked: channel.archived === 'locked',
      create_timestamp: LONG_AGO,
    },
  };
}

export function guildCreatePayload(guild: Guild, bot: Person): GatewayData['GUILD_CREATE'] {
  const rooms = guild.channels.filter((channel) => channel.parent === undefined);
  const threads = guild.channels.filter((channel) => channel.parent !== undefined);
  const members = [...guild.members.values()];
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner.id,
    icon: null,
    splash: null,
    discovery_splash: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: GuildVerificationLevel.None,
    default_message_notifications: GuildDefaultMessageNotifications.OnlyMentions,
    explicit_content_filter: GuildExplicitContentFilter.Disabled,
    roles: [
      rolePayload(guild.id, '@everyone', everybodyMay(), 0),
      ...members
        .filter(({ permissions }) => permissions !== 0n)
        .map(({ person, permissions }, index) =>
          rolePayload(roleIdOf(person), person.name, permissions, index + 1),
        ),
    ],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: GuildMFALevel.None,
    application_id: null,
    system_channel_id: rooms[0]?.id ?? null,
    system_channel_flags: GuildSystemChannelFlags.SuppressJoinNotifications,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: GuildPremiumTier.None,
    preferred_locale: Locale.EnglishUS,
    public_updates_channel_id: null,
    nsfw_level: GuildNSFWLevel.Default,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    hub_type: null,
    incidents_data: null,
    joined_at: LONG_AGO,
    large: false,
    member_count: members.length,
    voice_states: [],
    members: members
      .filter(({ person }) => person.id === bot.id)
      .map(({ person }) => ({ ...memberPayload(guild, person), user: userPayload(person) })),
    channels: rooms.map((channel) => channelPayload(channel, bot)) as GatewayData['GUILD_CREATE']['channels'],
    threads: threads.map((channel) => channelPayload(channel, bot)) as GatewayData['GUILD_CREATE']['threads'],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
