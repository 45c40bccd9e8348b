import { createHash } from 'node:crypto';
import type { Chat } from '../chat/chat.ts';
import { createChat } from '../chat/create-chat.ts';
import type { Shelf } from '../chat/reading.ts';
import type { Reply } from '../chat/reply.ts';
import type { ConversationKey, Intent } from '../chat/request.ts';
import type { Article } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import type { World } from './world.ts';

/** One article as the only story there is. */
export function shelfOf(article: Article, now: number): Shelf {
  const contentHash = createHash('sha256').update(article.raw).digest('hex');
  const { slug, title } = article;
  const stories: readonly Story[] = [
    { slug, title, latest: { number: 1, contentHash, seenAt: now, article } },
  ];
  return {
    all: () => stories,
    get: (wanted) => stories.find((story) => story.slug === wanted),
    search: () => stories,
    versions: (wanted) => stories.filter((story) => story.slug === wanted).map(({ latest }) => latest),
  };
}

/** The bot with one article, asked once from the command line; whoever is at the terminal manages it. */
export function chatAbout(
  article: Article,
  world: World,
): { readonly chat: Chat; ask(intent: Intent): Promise<Reply> } {
  const chat = createChat({ stories: shelfOf(article, world.now()) });
  const asker = {
    platform: 'terminal',
    workspace: '',
    channel: 'terminal',
    user: 'local',
    conversation: 'command' as ConversationKey,
    manager: true,
  } as const;
  return { chat, ask: (intent) => chat.handle({ asker, intent, at: world.now() }) };
}
