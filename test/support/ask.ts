import type { Chat } from '../../src/chat/chat.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Asker, Intent } from '../../src/chat/request.ts';
import { asker, BRIDGE, MORNING, request, shelfWith, WHALES } from './stories.ts';

/** The bot with one story, and with two. */
export const one = (): Chat => createChat({ stories: shelfWith(BRIDGE) });
export const two = (): Chat => createChat({ stories: shelfWith(BRIDGE, WHALES) });

/** Puts an intent to the bot, as Mira in the newsroom unless told otherwise. */
export function ask(chat: Chat, intent: Intent, who: Asker = asker(), at = MORNING): Promise<Reply> {
  return chat.handle(request(intent, who, at));
}

/** Says something to the bot. */
export function say(chat: Chat, text: string, who: Asker = asker(), at = MORNING): Promise<Reply> {
  return ask(chat, { kind: 'say', text }, who, at);
}
