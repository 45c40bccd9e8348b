import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Intent } from '../../src/chat/request.ts';
import { ask, one, say, two } from '../support/ask.ts';
import { asker, BRIDGE, shelfWith, slug, WHALES } from '../support/stories.ts';

describe('buttons and completion', () => {
  test('a button of a story that is gone, and one that is unknown, are answered politely', async () => {
    const stories = shelfWith(BRIDGE, WHALES);
    const chat = createChat({ stories });
    const packed = chat.encode({ kind: 'brief', story: slug('fjord-whales'), depth: 'full' });
    stories.remove('fjord-whales');
    const action = chat.decode(packed);
    expect(action && (await ask(chat, { kind: 'action', action })).tone).toBe('refusal');
    expect(chat.decode('nonsense')).toBeUndefined();
    expect(plainText(await ask(chat, { kind: 'stale' }))).toContain('out of date');
  });

  test('stories and questions complete what was begun', () => {
    const chat = two();
    expect(chat.stories('').map(({ slug: found }) => found)).toEqual(['harbour-bridge', 'fjord-whales']);
    expect(chat.stories('whal').map(({ slug: found }) => found)).toEqual(['fjord-whales']);
    expect(chat.stories('constructor')).toEqual([]);
    const questions = chat.questions(slug('harbour-bridge'), '');
    expect(questions.length).toBeGreaterThan(2);
    for (const question of questions) expect(question.length).toBeLessThanOrEqual(75);
    expect(chat.questions(slug('harbour-bridge'), 'who').every((question) => /who/i.test(question))).toBe(
      true,
    );
    expect(chat.questions(slug('nowhere'), '')).toEqual([]);
  });
});

describe('hostile words', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    '\u0000\u001b[2J\u009b31m',
    '\u202eابجد‎ what?',
    'من الذي أغلق الجسر؟',
    '?'.repeat(5_000),
    'a'.repeat(100_000),
    '\ud800',
    '<script>alert(1)</script>',
    '@everyone <!channel> [x](http://y)',
  ])('are just a question: %j', async (said) => {
    const reply = await say(two(), said.length > 50 ? said : said);
    expect(['answer', 'unanswered', 'chat']).toContain(reply.tone);
    expect(plainText(reply).length).toBeLessThan(5_000);
  });

  test('100 kB of emoji is answered', async () => {
    const reply = await say(one(), '😀'.repeat(50_000));
    expect(reply.tone).toBe('unanswered');
  });

  test('anything said as anything gets a reply', async () => {
    const chat = two();
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('constructor', '__proto__', '/', '/brief __proto__'),
    );
    await fc.assert(
      fc.asyncProperty(words, words, fc.integer({ min: 0, max: 3 }), async (said, named, shape) => {
        const intents: readonly Intent[] = [
          { kind: 'say', text: said },
          { kind: 'ask', question: said, story: named },
          { kind: 'follow', story: named },
          { kind: 'action', action: { kind: 'ask', story: slug(named), question: said } },
        ];
        const intent = intents[shape];
        if (!intent) return;
        const reply = await ask(chat, intent, asker({ conversation: named }));
        expect(reply.blocks.length).toBeGreaterThan(0);
        for (const { label, intent: action } of reply.actions) {
          expect(label.length).toBeLessThanOrEqual(75);
          expect(chat.encode(action).length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a fault of ours is an apology, and told to the operator', async () => {
    const faults: unknown[] = [];
    const chat = createChat({
      stories: shelfWith(BRIDGE),
      read: () => {
        throw new Error('broken');
      },
      onFault: (fault) => faults.push(fault),
    });
    expect((await say(chat, 'why?')).tone).toBe('refusal');
    expect(faults).toEqual([new Error('broken')]);
  });
});
