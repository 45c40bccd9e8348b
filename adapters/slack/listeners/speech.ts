import type { WebClient } from '@slack/web-api';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Place } from '../incoming/place.ts';
import { workspaceCalled } from '../install/authorizer.ts';
import type { Destination } from '../posting/poster.ts';
import type { Speech } from '../posting/speaker.ts';

/** How to speak for all to see where somebody is; what goes wrong is told to them alone. */
export function publicSpeech(client: WebClient, place: Place, thread: string | undefined): Speech {
  const { channel, user } = place;
  const inThread = thread === undefined ? {} : { thread };
  return {
    to: { kind: 'channel', client, channel, ...inThread },
    workspace: workspaceCalled(place.team),
    whisper: { kind: 'whisper', client, channel, user, ...inThread },
    // Where the bot may not post it may not whisper either: a direct message is left.
    hint: { kind: 'channel', client, channel: user },
  };
}

/** How to tell somebody something alone where they are: in a direct conversation they are alone anyway. */
export function privateSpeech(client: WebClient, place: Place): Speech {
  const open = publicSpeech(client, place, place.thread);
  return place.direct ? open : { ...open, to: open.whisper, otherwise: open.hint };
}

/** How to answer by the address a command, button or shortcut came with. */
export function addressedSpeech(url: string, place: Place, options: { readonly public: boolean }): Speech {
  const alone: Destination = { kind: 'address', url, public: false };
  return {
    to: { kind: 'address', url, public: options.public },
    workspace: workspaceCalled(place.team),
    whisper: alone,
    hint: alone,
  };
}

/** How to write to somebody where nothing else is at hand: the App Home has no address. */
export function directSpeech(client: WebClient, place: Place): Speech {
  const to: Destination = { kind: 'channel', client, channel: place.user };
  return { to, workspace: workspaceCalled(place.team), whisper: to, hint: to };
}

/** What is worth showing others: the story's words, not ours. */
export function isShareable({ tone }: Reply): boolean {
  return tone === 'answer' || tone === 'unanswered' || tone === 'brief' || tone === 'digest';
}
