import { type Message, Routes } from 'discord.js';
import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { notices } from '../notices.ts';
import { renderReply } from '../rendering/render-reply.ts';
import { postMessages } from '../sending/channel-messages.ts';
import { failureOf } from '../sending/failure-of.ts';

/** Nobody is told the same more often than this. */
const AGAIN_AFTER_MS = 3_600_000;
const dm = z.looseObject({ id: z.string() });

/**
 * Where the bot may not post it cannot say so either: whoever asked is told in a DM which permission is
 * missing and who can grant it; if they take no DMs, only the log knows.
 * @returns no messages: there is nothing an edit could change
 */
export async function tellWhy(
  bot: Bot,
  message: Message,
  missing: readonly string[],
): Promise<readonly string[]> {
  const { author, channelId, guildId } = message;
  bot.log.warn(
    { guild: guildId, channel: channelId, missing },
    'Discord: a permission is missing in a channel',
  );
  const key = `${channelId} ${author.id}`;
  const told = bot.toldWhy.get(key);
  if (told !== undefined && bot.clock.now() - told < AGAIN_AFTER_MS) return [];
  bot.toldWhy.set(key, bot.clock.now());
  const where =
    'name' in message.channel && message.channel.name ? `#${message.channel.name}` : 'that channel';
  const bodies = renderReply(notices.mayNotPost(where, missing), { chat: bot.chat });
  try {
    const opened = dm.parse(
      await bot.rest.post(Routes.userChannels(), { body: { recipient_id: author.id } }),
    );
    await postMessages(bot.rest, bodies, { channel: opened.id, name: message.id });
  } catch (error) {
    if (failureOf(error).kind !== 'closed') throw error;
  }
  return [];
}
