import type { Chat } from './chat.ts';
import type { ConversationKey, Intent } from './request.ts';

/** Briefs on the newest story and answers a question of it, so that the first person to ask does not wait for that. */
export async function warmUp(chat: Chat, now: number): Promise<void> {
  const [story] = chat.stories('');
  if (!story) return;
  const [question = story.title] = chat.questions(story.slug, '');
  const intents: readonly Intent[] = [
    { kind: 'brief', story: story.slug },
    { kind: 'ask', story: story.slug, question },
  ];
  for (const intent of intents) {
    await chat.handle({
      asker: {
        platform: 'terminal',
        workspace: '',
        channel: '',
        user: '',
        conversation: 'warm-up' as ConversationKey,
        manager: false,
      },
      intent,
      at: now,
    });
  }
}
