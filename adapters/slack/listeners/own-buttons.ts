import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { type Press, type PressedIn, readPress } from '../incoming/press.ts';
import type { KeptReply } from '../posting/kept-replies.ts';
import { noteReply, OWN_ACTIONS, type Speech } from '../posting/speaker.ts';
import type { SlackBot } from '../slack-bot.ts';
import { addressedSpeech, publicSpeech } from './speech.ts';

type InMessage = Extract<PressedIn, { kind: 'message' }>;

/** "Share to channel", "Show the rest" and "Show the answer": they say a reply that is kept, word for word. */
export function listenToOwnButtons(app: App, bot: SlackBot): void {
  app.action(OWN_ACTIONS.share, async ({ body, client, context }) => {
    await repeat(bot, readPress(body, context.teamId), client);
  });
  app.action(OWN_ACTIONS.again, async ({ body, client, context }) => {
    await repeat(bot, readPress(body, context.teamId), client);
  });
  app.action(OWN_ACTIONS.rest, async ({ body, client, context }) => {
    await repeat(bot, readPress(body, context.teamId), client, { keepMessage: true });
  });
}

/** Says a kept reply the way it was to go, then takes away the message whose button has done its work. */
async function repeat(
  bot: SlackBot,
  press: Press | undefined,
  client: WebClient,
  { keepMessage = false } = {},
): Promise<void> {
  if (press?.where.kind !== 'message') return;
  const { where } = press;
  const kept = await bot.kept.take(press.value);
  if (!kept) {
    const alone = addressedSpeech(where.url, where.place, { public: false });
    await bot.speaker.say({ ...noteReply(slackWording.expired), tone: 'refusal' }, alone);
    return;
  }
  const sent = await bot.speaker.say(kept.reply, { ...speechFor(kept, where, client), from: kept.from });
  if (sent.failure || keepMessage || !where.ephemeral) return;
  const removed = await bot.poster.removeByAddress(where.url);
  if ('failure' in removed) bot.log.info({ ...removed.failure }, 'a used button stays');
}

function speechFor({ way }: KeptReply, { place, url }: InMessage, client: WebClient): Speech {
  if (way.kind === 'channel') return publicSpeech(client, place, way.thread);
  return addressedSpeech(url, place, { public: way.public });
}
