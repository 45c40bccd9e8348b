import type { Chat } from './chat.ts';
import type { ConversationKey, Intent } from './request.ts';

/** Makes the newest story ready, for questions and for briefs: the first person to ask does not wait for that. */
export async function warmUp(chat: Chat, now: number): Promise<void> {
  await warmAnswers(chat, now);
  await warmBriefs(chat, now);
}

/** Answers a question of the newest story. */
export async function warmAnswers(chat: Chat, now: number): Promise<void> {
  const [story] = chat.stories('');
  if (!story) return;
  const [question = story.title] = chat.questions(story.slug, '');
  await pretend(chat, { kind: 'ask', story: story.slug, question }, now);
}

/** Briefs on the newest story. */
export async function warmBriefs(chat: Chat, now: number): Promise<void> {
  const [story] = chat.stories('');
  if (story) await pretend(chat, { kind: 'brief', story: story.slug }, now);
}

/** As somebody's request, whom nobody is and of whom nothing is remembered. */
async function pretend(chat: Chat, intent: Intent, at: number): Promise<void> {
  const asker = {
    platform: 'terminal',
    workspace: '',
    channel: '',
    user: '',
    conversation: 'warm-up' as ConversationKey,
    alone: true,
    manager: false,
  } as const;
  await chat.handle({ asker, intent, at });
}
