import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Chat } from '../../src/chat/chat.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { openLibrary } from '../../src/story/library.ts';
import { MORNING } from './stories.ts';

/** What is said in the one conversation that every adapter renders (test/golden/conversation.json). */
export const GOLDEN_CONVERSATION: readonly string[] = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(new URL('../golden/conversation.json', import.meta.url), 'utf8')));

/** The bot with the customer's story, which that conversation is about. */
export function goldenChat(): Chat {
  return createChat({
    stories: openLibrary(new URL('../../content', import.meta.url).pathname, { now: () => MORNING }),
  });
}
