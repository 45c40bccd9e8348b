import { expect, it } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { asker, BRIDGE, MORNING, shelfWith, WHALES } from '../support/stories.ts';

/** Where the citations of an answer lead; each question begins a conversation. */
async function addresses(text: string): Promise<readonly (string | undefined)[]> {
  const chat = createChat({ stories: shelfWith(BRIDGE, WHALES), publicUrl: 'https://news.example' });
  const reply: Reply = await chat.handle({
    asker: asker(),
    intent: { kind: 'ask', question: text },
    at: MORNING,
  });
  return reply.blocks
    .flatMap((block) => ('content' in block ? block.content : []))
    .flatMap((span) => (span.kind === 'citation' ? [span.href] : []));
}

it('cites our own page, to the sentence, when the story has no address of its own', async () => {
  expect(await addresses('How many humpback whales have been counted?')).toEqual([
    'https://news.example/stories/fjord-whales?v=1#p1s1',
  ]);
});

it('cites the source when the story has its address', async () => {
  const [first] = await addresses('How much will the repairs to the bridge cost?');
  expect(first).toMatch(/^https:\/\/gazette\.example\/bridge#:~:text=/);
});
