import { expect, it } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import { MemoryInProcess } from '../../src/chat/memory-in-process.ts';
import { readArticle } from '../../src/chat/read-article.ts';
import { warmUp } from '../../src/chat/warm-up.ts';
import { BRIDGE, MORNING, shelfWith, WHALES } from '../support/stories.ts';

it('makes the newest story ready, and leaves nothing in the memory', async () => {
  const memory = new MemoryInProcess();
  const ready: string[] = [];
  const chat = createChat({
    stories: shelfWith(BRIDGE, WHALES),
    memory,
    read(article) {
      ready.push(article.slug);
      return readArticle(article);
    },
  });
  await warmUp(chat, MORNING);
  expect(new Set(ready)).toEqual(new Set(['harbour-bridge']));
  expect(memory.size).toBe(0);
});
