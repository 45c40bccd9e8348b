import type { App } from '@slack/bolt';
import { forOthers } from '../../../src/chat/for-others.ts';
import { continuityIn } from '../incoming/place.ts';
import { messageId, type Question, questionInMention, questionInMessage } from '../incoming/question.ts';
import type { Sent } from '../posting/poster.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { declined } from './declined.ts';
import { replaceAnswer } from './edits.ts';
import { privateSpeech, publicSpeech } from './speech.ts';
import { threadFor } from './thread-for.ts';

/** Mentions in channels, and everything written to the bot directly. */
export function listenToQuestions(app: App, bot: SlackBot): void {
  app.event('app_mention', async ({ event, client, context }) => {
    const question = questionInMention(event, context, client);
    if (question) await hear(bot, question);
  });
  app.event('message', async ({ event, client, context }) => {
    const question = questionInMessage(event, context, client);
    if (question) await hear(bot, question);
  });
}

/** Answers a message once for each state it is in; Slack tells of some twice, under different events. */
async function hear(bot: SlackBot, question: Question): Promise<void> {
  const { stamp, edited } = question;
  const id = messageId(question);
  await bot.answered.change(id, async (before) => {
    if (!(await bot.seen.claim(`${id}:${edited ?? ''}`))) return before;
    if (before && edited === undefined) return before;
    // Edited too late, or long after it was sent to mention the bot.
    if (!before && edited !== undefined && !bot.answered.isFresh(stamp)) return undefined;
    const refusal = declined(bot, question.place);
    if (refusal) {
      await bot.speaker.say(refusal, privateSpeech(question.client, question.place));
      return before;
    }
    if (before) return replaceAnswer(bot, question, before);
    return answerIn(bot, question, await threadFor(bot, question));
  });
}

async function answerIn(bot: SlackBot, question: Question, thread: string | undefined): Promise<Sent> {
  const { client, place, text } = question;
  const continuity = continuityIn(thread);
  const reply = await request(bot, { kind: 'say', text }, { place, continuity, client });
  return bot.speaker.say(place.direct ? reply : forOthers(reply), publicSpeech(client, place, thread));
}
