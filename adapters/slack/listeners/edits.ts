import type { WebClient } from '@slack/web-api';
import { forOthers } from '../../../src/chat/for-others.ts';
import type { Answer } from '../answered-messages.ts';
import { continuityIn } from '../incoming/place.ts';
import type { Question } from '../incoming/question.ts';
import { renderReply } from '../render/render-reply.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { threadFor } from './thread-for.ts';

/** Puts the answer to the changed question in the place of the answer to the old one. */
export async function replaceAnswer(
  bot: SlackBot,
  question: Question,
  { stamps }: NonNullable<Answer>,
): Promise<Answer> {
  const { client, place, text } = question;
  const root = await threadFor(bot, question);
  const continuity = continuityIn(root);
  const reply = await request(bot, { kind: 'say', text }, { place, continuity, client });
  const shown = place.direct ? reply : forOthers(reply);
  const parts = renderReply(shown, bot.chat).filter(({ blocks }) => blocks.length > 0);
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
