import type { DMChannel, Guild, NonThreadGuildBasedChannel, ThreadChannel } from 'discord.js';
import type { Bot } from '../bot.ts';

/** Forgets what is kept of a server that the bot is not in any more. An outage of Discord's is no such thing. */
export async function onLeave(bot: Bot, guild: Pick<Guild, 'id'>): Promise<void> {
  await bot.digests?.forget({ platform: 'discord', workspace: guild.id });
  await bot.forgetServer?.(guild.id);
}

/** Forgets what was sent to a channel or thread that is no more. */
export async function onChannelGone(
  bot: Bot,
  channel: DMChannel | NonThreadGuildBasedChannel | ThreadChannel,
): Promise<void> {
  if (channel.isDMBased()) return;
  await bot.digests?.forget({ platform: 'discord', workspace: channel.guildId, channel: channel.id });
}
