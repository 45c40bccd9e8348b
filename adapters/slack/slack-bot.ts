import type { WebClient } from '@slack/web-api';
import type { Chat } from '../../src/chat/chat.ts';
import type { Cooldown } from '../../src/chat/cooldown.ts';
import type { DigestDesk } from '../../src/chat/digest-desk.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Intent } from '../../src/chat/request.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import type { AnsweredMessages } from './answered-messages.ts';
import type { ChannelSettings } from './channel-settings.ts';
import { placeFinder } from './digests/find-place.ts';
import { askerAt, type Continuity, type Place } from './incoming/place.ts';
import type { Authorizer } from './install/authorizer.ts';
import type { Managers } from './managers.ts';
import type { People } from './people.ts';
import type { KeptReplies } from './posting/kept-replies.ts';
import type { Patience } from './posting/persist.ts';
import type { Poster } from './posting/poster.ts';
import type { Speaker } from './posting/speaker.ts';
import type { SeenRequests } from './seen-requests.ts';

/** What the listeners work with. */
export interface SlackBot {
  readonly chat: Chat;
  readonly clock: Clock;
  readonly cooldown: Cooldown;
  readonly log: Log;
  readonly patience: Patience;
  readonly poster: Poster;
  readonly speaker: Speaker;
  readonly kept: KeptReplies;
  readonly answered: AnsweredMessages;
  readonly settings: ChannelSettings;
  readonly managers: Managers;
  readonly people: People;
  /** Absent where no digests are sent. */
  readonly digests: DigestDesk | undefined;
  readonly seen: SeenRequests;
  readonly authorizer: Authorizer;
}

/** Puts an intent to the chat core as somebody somewhere. */
export async function request(
  bot: SlackBot,
  intent: Intent,
  from: { readonly place: Place; readonly continuity: Continuity; readonly client: WebClient },
): Promise<Reply> {
  const { chat, clock, managers, settings } = bot;
  const { place, continuity, client } = from;
  const choosing = mayChoose(intent);
  const manager = choosing && (await managers.mayChange(client, place, 'story'));
  const asker = askerAt(place, continuity, manager);
  const reply = await chat.handle({
    asker,
    intent,
    at: clock.now(),
    place: placeFinder(bot, client, place),
  });
  if (manager && isChoice(intent) && reply.story && !place.direct) {
    const setting = await settings.get(place.team, place.channel);
    const chosenBy = { story: place.user, ...setting.chosenBy };
    await settings.set(place.team, place.channel, { ...setting, chosenBy });
  }
  return reply;
}

function isChoice(intent: Intent): boolean {
  return intent.kind === 'follow' || (intent.kind === 'action' && intent.action.kind === 'follow');
}

/** A typed command can choose a story too; who may is asked only then, for it costs a call to Slack. */
function mayChoose(intent: Intent): boolean {
  return isChoice(intent) || (intent.kind === 'say' && intent.text.startsWith('/'));
}
