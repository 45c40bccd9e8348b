import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import { MemoryInProcess } from '../../src/chat/memory-in-process.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { ask, one, say, two } from '../support/ask.ts';
import { asker, BRIDGE, MORNING, shelfWith, WHALES } from '../support/stories.ts';

const DAY = 24 * 3_600_000;

describe('small talk', () => {
  test('a view is shown; a further word makes it a question', async () => {
    const chat = one();
    expect(plainText(await say(chat, "who's involved?"))).toMatch(
      /^Who’s who\n\n• Ingrid Solheim, [Mm]ayor \[¶2\]/,
    );
    expect((await say(chat, "who's involved in the repairs?")).tone).not.toBe('listing');
  });

  test('a keyword that the story has is offered as a question', async () => {
    const chat = createChat({ stories: shelfWith(WHALES) });
    const reply = await say(chat, 'sources?');
    expect(reply.tone).toBe('listing');
    expect(reply.actions[0]).toEqual({
      label: 'Ask the story: sources',
      intent: { kind: 'ask', story: 'fjord-whales', question: 'sources' },
    });
  });

  test('a name that the story has is a question', async () => {
    const nice = BRIDGE.replace('on Thursday to', 'on Thursday in Nice to').replaceAll(
      'harbour-bridge',
      'nice',
    );
    const reply = await say(createChat({ stories: shelfWith(nice) }), 'nice');
    expect(plainText(reply)).toContain('The city council voted on Thursday in Nice');
  });

  test('“more” after an answer is the passage around it, after a brief the key points', async () => {
    const chat = one();
    await say(chat, 'brief me');
    expect((await say(chat, 'more')).tone).toBe('brief');
    await say(chat, 'what did Tomas Reyes say?');
    const more = await say(chat, 'tell me more');
    expect(plainText(more)).toContain('Shop owners on the north bank fear losing customers.');
  });

  test('an empty message is invited to ask', async () => {
    expect(plainText(await ask(one(), { kind: 'ask', question: ' ' }))).toBe(
      'Ask me something about the story.',
    );
    expect(plainText(await say(one(), '  \n '))).toBe('Ask me something about the story.');
  });

  test('a greeting says what there is to ask about', async () => {
    expect(plainText(await say(two(), 'hello'))).toBe(
      'Hello. Ask me about any of the 2 stories I have: I answer in their own words.',
    );
    expect(plainText(await ask(two(), { kind: 'greet' }))).toMatch(/^Hello\..*\n\nStories\n\n• City council/);
    expect(plainText(await ask(one(), { kind: 'greet' }))).toMatch(/^Hello\..*\n\nCity council votes/);
  });

  test('an unknown command says so; a known one works anywhere', async () => {
    expect((await say(one(), '/nonsense')).tone).toBe('refusal');
    expect(plainText(await say(one(), '/brief line'))).toContain('City council votes');
  });
});

describe('a brief', () => {
  test('offers what is deeper and beside it', async () => {
    const reply = await ask(one(), { kind: 'brief', depth: 'short' });
    expect(reply.blocks[0]).toEqual({
      kind: 'heading',
      text: 'City council votes to close the old harbour bridge',
    });
    expect(reply.actions.slice(-5).map(({ label }) => label)).toEqual([
      'More',
      'Who’s who',
      'Quotes',
      'Timeline',
      'Sources',
    ]);
    const full = await ask(one(), { kind: 'brief', depth: 'full' });
    expect(full.actions.some(({ intent }) => intent.kind === 'brief')).toBe(false);
  });

  test.each([
    'people',
    'quotes',
    'numbers',
    'places',
    'organisations',
    'timeline',
    'sources',
    'changes',
  ] as const)('has a view of its %s, and says so when there is nothing in it', async (view) => {
    const bare = createChat({
      stories: shelfWith(
        '---\ntitle: Rain\n---\n\nIt will rain and rain, and then it will rain some more.\n',
      ),
    });
    for (const chat of [one(), bare]) {
      const reply = await ask(chat, { kind: 'view', view });
      expect(reply.tone).toBe('listing');
      expect(reply.blocks.length).toBeGreaterThan(1);
    }
  });

  test('tells the corrections', async () => {
    const corrected = BRIDGE.replace(
      'published:',
      'corrections:\n  - The vote was on Thursday, not Friday.\npublished:',
    );
    const reply = await ask(createChat({ stories: shelfWith(corrected) }), { kind: 'brief', depth: 'line' });
    expect(plainText(reply)).toMatch(/\n\nCorrection: The vote was on Thursday, not Friday\.$/);
  });

  test('says when a story has been updated', async () => {
    const stories = shelfWith(BRIDGE);
    const chat = createChat({ stories });
    expect(plainText(await say(chat, "what's new?", asker({ user: 'jon' })))).toContain('Nothing new');
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    expect(plainText(await say(chat, "what's new?"))).toBe(
      [
        'What’s new',
        'Version 2, beside version 1 of 2 November 2026:',
        'Numbers that moved',
        '• She expects repairs to cost: 14 million euros [¶3, version 1] → 15 million euros [¶3]',
        'Reworded',
        'Before: She expects repairs to cost 14 million euros and to take three years. [¶3, version 1]\n' +
          'Now: She expects repairs to cost 15 million euros and to take three years. [¶3]',
      ].join('\n\n'),
    );
    expect(plainText(await say(chat, 'how much will the repairs cost?'))).toContain('15 million euros');
  });
});

describe('memory', () => {
  test('lasts a day', async () => {
    const chat = two();
    await say(chat, 'how many humpback whales were counted?');
    expect((await say(chat, 'tldr', asker(), MORNING + DAY - 1)).story?.slug).toBe('fjord-whales');
    expect((await say(chat, 'tldr', asker({ conversation: 'b' }), MORNING + DAY)).story).toBeUndefined();
  });

  test('is given up on request', async () => {
    const chat = two();
    await say(chat, 'how many humpback whales were counted?');
    expect(plainText(await ask(chat, { kind: 'forget' }))).toMatch(/forgotten/);
    expect((await say(chat, 'tldr')).story).toBeUndefined();
  });

  test('“Not helpful” counts the kind of question and nothing else', async () => {
    const memory = new MemoryInProcess();
    const chat = createChat({ stories: shelfWith(BRIDGE), memory });
    const reply = await say(chat, 'how much will the repairs cost?');
    const pressed = reply.actions.at(-1);
    expect(pressed?.label).toBe('Not helpful');
    if (pressed) await ask(chat, { kind: 'action', action: pressed.intent });
    await say(chat, 'that’s wrong');
    expect(memory.unhelpful).toEqual([
      { story: 'harbour-bridge', questionType: expect.any(String), count: 2 },
    ]);
  });
});

describe('words said about a story, where there are several', () => {
  const about = (text: string) =>
    ask(two(), { kind: 'say', text, story: 'fjord-whales' }, asker({ platform: 'web' }));

  test.each([
    '/people',
    '/timeline',
    '/sources',
    '/numbers',
    '/quotes',
    '/brief',
    '/brief full',
    '/brief changes',
    'timeline',
    'brief me',
    'more',
    'how many whales?',
  ])('are about it: %s', async (text) => {
    expect((await about(text)).story?.slug).toBe('fjord-whales');
  });

  test('are about another that they name', async () => {
    expect((await about('/brief full harbour-bridge')).story?.slug).toBe('harbour-bridge');
  });

  test('are about all of them when that is what was meant', async () => {
    expect(plainText(await about('/story'))).toContain('City council votes');
  });
});
