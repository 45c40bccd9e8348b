import type { WebClient } from '@slack/web-api';
import type { Answered } from '../answered-messages.ts';
import type { Continuity } from '../incoming/place.ts';
import { messageId, type Question } from '../incoming/question.ts';
import { renderReply } from '../render/render-reply.ts';
import { request, type SlackBot } from '../slack-bot.ts';

/** Puts the answer to the changed question in the place of the answer to the old one. */
export async function updateAnswer(bot: SlackBot, question: Question, before: Answered): Promise<void> {
  const updated = replaceAnswer(bot, question, before);
  bot.answered.remember(messageId(question), updated);
  await updated;
}

async function replaceAnswer(bot: SlackBot, question: Question, { stamps }: Answered): Promise<Answered> {
  const { client, place, stamp, text } = question;
  const setting = await bot.settings.get(place.team, place.channel);
  const root = place.thread ?? (setting.replies === 'thread' && !place.direct ? stamp : undefined);
  const continuity: Continuity = root === undefined ? { by: 'person' } : { by: 'thread', root };
  const reply = await request(bot, { kind: 'say', text }, { place, continuity, client });
  const parts = renderReply(reply, bot.chat).filter(({ blocks }) => blocks.length > 0);
  const known = stamps.filter((each) => each !== '');
  for (const [index, part] of parts.slice(0, known.length).entries()) {
    const result = await bot.poster.replace(client, place.channel, known[index] ?? '', part);
    if ('failure' in result) bot.log.warn({ ...result.failure }, 'an answer could not be changed');
  }
  await removeFrom(bot, client, place.channel, known.slice(parts.length));
  const to = { kind: 'channel', client, channel: place.channel, ...(root && { thread: root }) } as const;
  const more = await bot.poster.send(to, parts.slice(known.length));
  return { stamps: [...known.slice(0, parts.length), ...more.stamps] };
}

async function removeFrom(
  { poster, log }: SlackBot,
  client: WebClient,
  channel: string,
  stamps: readonly string[],
): Promise<void> {
  for (const stamp of stamps) {
    const result = await poster.remove(client, channel, stamp);
    if ('failure' in result) log.warn({ ...result.failure }, 'a part of an old answer stays');
  }
}
