import type { App } from '@slack/bolt';
import type { Place } from '../incoming/place.ts';
import { messageId, type Question, questionInMention, questionInMessage } from '../incoming/question.ts';
import type { Sent } from '../posting/poster.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { updateAnswer } from './edits.ts';
import { publicSpeech } from './speech.ts';

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
  const { place, stamp, edited } = question;
  const id = messageId(question);
  if (!(await bot.seen.claim(`${id}:${edited ?? ''}`))) return;
  if (edited !== undefined) {
    const before = await bot.answered.find(id);
    if (before) return updateAnswer(bot, question, before);
    // An old message, or one that mentions the bot only now.
    if (!bot.answered.isFresh(stamp)) return;
  }
  const { thread } = place;
  const inThread = await answersInThread(bot, place);
  const root = place.direct ? thread : (thread ?? (inThread ? stamp : undefined));
  const answer = answerIn(bot, question, root);
  bot.answered.remember(id, answer);
  await answer;
}

async function answersInThread({ settings }: SlackBot, { team, channel }: Place): Promise<boolean> {
  return (await settings.get(team, channel)).replies === 'thread';
}

async function answerIn(bot: SlackBot, question: Question, thread: string | undefined): Promise<Sent> {
  const { client, place, text } = question;
  const continuity =
    thread === undefined ? ({ by: 'person' } as const) : ({ by: 'thread', root: thread } as const);
  const reply = await request(bot, { kind: 'say', text }, { place, continuity, client });
  return bot.speaker.say(reply, publicSpeech(client, place, thread));
}
