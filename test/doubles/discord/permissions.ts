import { PermissionFlagsBits } from 'discord.js';
import type { Channel, Guild, Person } from './world.ts';

const EVERYBODY =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

/** What the role everybody has in a guild allows. */
export function everybodyMay(): bigint {
  return EVERYBODY;
}

/** Whether the bot sees what was said in a channel before. */
export function mayReadHistory(channel: Channel, bot: Person): boolean {
  return (permissionsIn(channel, bot, bot) & PermissionFlagsBits.ReadMessageHistory) !== 0n;
}

/** What a member may do in a channel of theirs; in a DM, everything that has a meaning there. */
export function permissionsIn(channel: Channel, person: Person, bot: Person): bigint {
  const { guild } = channel;
  if (guild === undefined) return EVERYBODY;
  if (guild.owner.id === person.id) return PermissionFlagsBits.Administrator | EVERYBODY;
  const own = guild.members.get(person.id)?.permissions ?? 0n;
  const all = EVERYBODY | own;
  if (channel.hidden && person.id !== bot.id) return all & ~PermissionFlagsBits.ViewChannel;
  return person.id === bot.id ? all & ~(channel.parent?.botDenied ?? 0n) & ~channel.botDenied : all;
}

/** The permission missing for a post in a channel, as Discord's error code and words; undefined when none is. */
export function refusalToPost(channel: Channel, bot: Person): { code: number; message: string } | undefined {
  if (channel.guild && !isMember(channel.guild, bot)) return { code: 50001, message: 'Missing Access' };
  const may = permissionsIn(channel, bot, bot);
  if (!(may & PermissionFlagsBits.ViewChannel)) return { code: 50001, message: 'Missing Access' };
  const send = channel.parent ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  return may & send ? undefined : { code: 50013, message: 'Missing Permissions' };
}

function isMember(guild: Guild, person: Person): boolean {
  return guild.members.has(person.id);
}
