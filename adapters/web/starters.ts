import type { Action } from '../../src/chat/action.ts';
import type { Chat } from '../../src/chat/chat.ts';
import type { StoryRef } from '../../src/chat/reply.ts';
import { LIMITS } from './limits.ts';

/** Questions that a story answers, as buttons to start with. */
export function startersOf(chat: Chat, story: StoryRef | undefined): { readonly actions: readonly Action[] } {
  if (story === undefined) return { actions: [] };
  const questions = chat.questions(story.slug, '').slice(0, LIMITS.starters);
  return {
    actions: questions.map((question) => ({
      label: question,
      intent: { kind: 'ask', story: story.slug, question },
    })),
  };
}
