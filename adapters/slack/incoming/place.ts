import type { Asker, ConversationKey } from '../../../src/chat/request.ts';

/** Where somebody spoke to the bot. */
export interface Place {
  /** The workspace; the enterprise's id where an organisation-wide payload names no workspace. */
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** A direct conversation with the bot. */
  readonly direct: boolean;
  /** The first message of the thread they are in. */
  readonly thread?: string;
}

/** What a follow-up shares with what it follows. */
export type Continuity =
  /** A thread, by its first message. */
  | { readonly by: 'thread'; readonly root: string }
  /** One person in one channel: slash commands and answers outside threads. */
  | { readonly by: 'person' };

/** What a follow-up to an answer in this thread shares with it; outside threads it is the person. */
export function continuityIn(thread: string | undefined): Continuity {
  return thread === undefined ? { by: 'person' } : { by: 'thread', root: thread };
}

/** Who asks, as the chat core knows them. */
export function askerAt(place: Place, continuity: Continuity, manager: boolean): Asker {
  return {
    platform: 'slack',
    workspace: place.team,
    channel: place.channel,
    user: place.user,
    conversation: conversationKey(place, continuity),
    manager: manager || place.direct,
  };
}

/** A direct conversation is one, whatever threads are in it. */
function conversationKey({ team, channel, user, direct }: Place, continuity: Continuity): ConversationKey {
  const where = `slack:${team}:${channel}`;
  if (direct) return where as ConversationKey;
  const key = continuity.by === 'thread' ? `${where}:thread:${continuity.root}` : `${where}:user:${user}`;
  return key as ConversationKey;
}

/** Slack's ids of direct conversations begin with D. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}
