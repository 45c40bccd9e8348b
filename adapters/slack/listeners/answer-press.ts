import type { WebClient } from '@slack/web-api';
import { forOthers } from '../../../src/chat/for-others.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Intent } from '../../../src/chat/request.ts';
import { continuityIn } from '../incoming/place.ts';
import type { Press, PressedIn } from '../incoming/press.ts';
import type { Speech } from '../posting/speaker.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { declined } from './declined.ts';
import { addressedSpeech, directSpeech, isShareable, publicSpeech } from './speech.ts';

/** Answers where the button was: beside an ephemeral message alone, in the thread of a public one. */
export async function answerPress(
  bot: SlackBot,
  press: Press,
  intent: Intent,
  {
    client,
    alone,
    instead,
  }: {
    readonly client: WebClient;
    readonly alone: boolean;
    /** Said without asking the chat. */
    readonly instead?: Reply | undefined;
  },
): Promise<void> {
  const { where, user, team } = press;
  const refusal = instead ?? declined(bot, press);
  if (where.kind === 'home') {
    const place = { team, channel: user, user, direct: true };
    const reply = refusal ?? (await request(bot, intent, { place, continuity: { by: 'person' }, client }));
    await bot.speaker.say(reply, directSpeech(client, place));
    return;
  }
  const { place } = where;
  const root = await rootOf(bot, where);
  const continuity = continuityIn(root);
  const reply = refusal ?? (await request(bot, intent, { place, continuity, client }));
  const isPrivate = where.ephemeral || alone || refusal !== undefined;
  const speech: Speech = isPrivate
    ? { ...addressedSpeech(where.url, place, { public: false }), shareable: isShareable(reply) }
    : {
        ...publicSpeech(client, place, root),
        // Commands may speak publicly where the bot is no member, and so do their buttons.
        otherwise: { kind: 'address', url: where.url, public: true, ...(root && { thread: root }) },
      };
  await bot.speaker.say(isPrivate || place.direct ? reply : forOthers(reply), speech);
}

/** The thread that a pressed message belongs to, or begins. */
async function rootOf(
  { settings }: SlackBot,
  { place, stamp, ephemeral }: Extract<PressedIn, { kind: 'message' }>,
): Promise<string | undefined> {
  if (place.thread !== undefined) return place.thread;
  if (ephemeral || place.direct) return undefined;
  const { replies } = await settings.get(place.team, place.channel);
  return replies === 'thread' ? stamp : undefined;
}
