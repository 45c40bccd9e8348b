import { ChannelType, type Guild, PermissionFlagsBits, type TextChannel } from 'discord.js';
import type { ConversationKey } from '../../../src/chat/request.ts';
import type { Bot } from '../bot.ts';
import { renderReply } from '../rendering/render-reply.ts';
import { postMessages } from '../sending/channel-messages.ts';

/** Says hello in a server that the bot has just been added to, once, where it may. */
export async function onJoin(bot: Bot, guild: Guild, me: string): Promise<void> {
  const channel = greetingChannel(guild, me);
  if (!channel || !(await bot.greeted.first(guild.id))) return;
  const reply = await bot.chat.handle({
    asker: {
      platform: 'discord',
      workspace: guild.id,
      channel: channel.id,
      user: '',
      conversation: `discord:greeting:${guild.id}` as ConversationKey,
      manager: false,
    },
    intent: { kind: 'greet' },
    at: bot.clock.now(),
  });
  const bodies = renderReply(reply, { chat: bot.chat });
  await postMessages(bot.rest, bodies, { channel: channel.id, name: `g${guild.id}` });
}

/** Where the server itself greets people, else its first text channel in which the bot may write. */
function greetingChannel(guild: Guild, me: string): TextChannel | undefined {
  const texts = [...guild.channels.cache.values()]
    .filter((channel): channel is TextChannel => channel.type === ChannelType.GuildText)
    .toSorted((a, b) => a.rawPosition - b.rawPosition);
  const own = guild.systemChannel ? [guild.systemChannel, ...texts] : texts;
  return own.find((channel) =>
    channel.permissionsFor(me)?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]),
  );
}
