import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionIntent } from '../../src/chat/action.ts';
import type { Chat } from '../../src/chat/chat.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { FeedbackInMemory } from '../../src/chat/memory.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Asker, Intent } from '../../src/chat/request.ts';
import { asker, BRIDGE, MORNING, request, shelfWith, slug, WHALES } from '../support/stories.ts';

const DAY = 24 * 3_600_000;

function one(): Chat {
  return createChat({ stories: shelfWith(BRIDGE) });
}
function two(): Chat {
  return createChat({ stories: shelfWith(BRIDGE, WHALES) });
}
function ask(chat: Chat, intent: Intent, who: Asker = asker(), at = MORNING): Promise<Reply> {
  return chat.handle(request(intent, who, at));
}
function say(chat: Chat, text: string, who: Asker = asker(), at = MORNING): Promise<Reply> {
  return ask(chat, { kind: 'say', text }, who, at);
}
function kinds(reply: Reply): readonly ActionIntent['kind'][] {
  return reply.actions.map(({ intent }) => intent.kind);
}

describe('a question', () => {
  test('is answered in the story’s words, cited and linked, the short answer strong', async () => {
    const reply = await say(one(), 'how much will the repairs cost?');
    expect(reply.tone).toBe('answer');
    expect(plainText(reply)).toContain(
      'expects repairs to cost 14 million euros and to take three years. [¶3]',
    );
    const spans = reply.blocks.flatMap((block) => ('content' in block ? block.content : []));
    expect(spans.find(({ kind }) => kind === 'strong')).toMatchObject({
      text: expect.stringContaining('14 million euros'),
    });
    expect(spans.findLast(({ kind }) => kind === 'citation')).toMatchObject({
      href: expect.stringMatching(/^https:\/\/gazette\.example\/bridge#:~:text=She%20expects/),
    });
  });

  test('whose answer opens with “she” brings the sentence that says who she is', async () => {
    const text = plainText(await say(one(), 'how much will the repairs cost?'));
    expect(text.indexOf('she said')).toBeLessThan(text.indexOf('She expects'));
  });

  test('that the story does not answer is told so first, then offered the nearest as that', async () => {
    const reply = await say(one(), 'who won the football match?');
    expect(reply.tone).toBe('unanswered');
    expect(plainText(reply)).toMatch(/^The story doesn’t say\.\n\nThe nearest it comes:\n\n/);
  });

  test('is followed by questions the story answers, each the length of a button', async () => {
    const chat = one();
    const reply = await say(chat, 'how much will the repairs cost?');
    const suggested = reply.actions.filter(({ intent }) => intent.kind === 'ask');
    expect(suggested.length).toBeGreaterThan(0);
    for (const { label, intent } of suggested) {
      expect(label.length).toBeLessThanOrEqual(75);
      expect((await ask(chat, { kind: 'action', action: intent }, asker({ conversation: label }))).tone).toBe(
        'answer',
      );
    }
  });

  test('may follow another in the same conversation, and only there', async () => {
    const chat = one();
    await say(chat, 'what did Tomas Reyes say?');
    const followed = plainText(await say(chat, 'who is he?'));
    const alone = plainText(await say(chat, 'who is he?', asker({ conversation: 'elsewhere' })));
    expect(followed).toContain('baker Tomas Reyes');
    expect(followed).not.toBe(alone);
  });

  test('gets the same words on every platform', async () => {
    const texts = await Promise.all(
      (['terminal', 'web', 'discord', 'slack'] as const).map(async (platform) =>
        plainText(await say(one(), 'why was the bridge closed?', asker({ platform }))),
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });
});

describe('several stories', () => {
  test('a question finds the story it is about, and the conversation stays on it', async () => {
    const chat = two();
    expect((await say(chat, 'how many humpback whales were counted?')).story?.slug).toBe('fjord-whales');
    expect((await say(chat, 'tldr')).story?.slug).toBe('fjord-whales');
  });

  test('when none answers, the bot asks which; the choice asks again of that story', async () => {
    const chat = two();
    const reply = await say(chat, 'who won the football match?');
    expect(plainText(reply)).toBe('Which story do you mean?');
    expect(reply.actions.map(({ label }) => label)).toEqual([
      'City council votes to close the old harbour bridge',
      'Humpback whales return to the northern fjord',
    ]);
    const [first] = reply.actions;
    const chosen = first && (await ask(chat, { kind: 'action', action: first.intent }));
    expect(chosen).toMatchObject({ tone: 'unanswered', story: { slug: 'harbour-bridge' } });
  });

  test('“brief me” asks which, and each choice is that brief', async () => {
    const chat = two();
    const reply = await say(chat, 'brief me');
    expect(reply.actions.map(({ intent }) => intent)).toEqual([
      { kind: 'brief', story: 'harbour-bridge', depth: 'short' },
      { kind: 'brief', story: 'fjord-whales', depth: 'short' },
    ]);
  });

  test('a question the story at hand does not answer is offered to one that does', async () => {
    const chat = two();
    await ask(chat, { kind: 'follow', story: 'harbour-bridge' });
    const reply = await say(chat, 'how many humpback whales were counted?');
    expect(reply).toMatchObject({ tone: 'unanswered', story: { slug: 'harbour-bridge' } });
    expect(reply.actions[0]).toEqual({
      label: 'Ask “Humpback whales return to the northern fjord”',
      intent: { kind: 'ask', story: 'fjord-whales', question: 'how many humpback whales were counted?' },
    });
  });

  test.each([
    ['fjord-whales', 'fjord-whales'],
    ['Humpback whales return to the northern fjord', 'fjord-whales'],
    ['harbour', 'harbour-bridge'],
    ['WHALES', 'fjord-whales'],
  ])('a story is found by %s', async (named, expected) => {
    expect((await ask(two(), { kind: 'brief', story: named })).story?.slug).toBe(expected);
  });

  test('an unknown name is refused with what there is', async () => {
    const reply = await ask(two(), { kind: 'brief', story: 'constructor' });
    expect(reply.tone).toBe('refusal');
    expect(plainText(reply)).toContain('I don’t know a story called “constructor”.');
    expect(reply.actions).toHaveLength(2);
  });

  test('a manager’s choice is the channel’s, anybody else’s their conversation’s', async () => {
    const chat = two();
    await ask(chat, { kind: 'follow', story: 'fjord-whales' }, asker({ user: 'jon', conversation: 'jon' }));
    expect((await say(chat, 'tldr', asker({ user: 'jon', conversation: 'jon' }))).story?.slug).toBe(
      'fjord-whales',
    );
    expect((await say(chat, 'tldr')).story).toBeUndefined();
    await ask(
      chat,
      { kind: 'follow', story: 'harbour-bridge' },
      asker({ manager: true, conversation: 'desk' }),
    );
    expect((await say(chat, 'tldr')).story?.slug).toBe('harbour-bridge');
    expect((await say(chat, 'tldr', asker({ channel: 'sport', conversation: 'x' }))).story).toBeUndefined();
  });

  test('the list marks the current one and offers each', async () => {
    const chat = two();
    await ask(chat, { kind: 'follow', story: 'fjord-whales' });
    const reply = await ask(chat, { kind: 'stories' });
    expect(plainText(reply)).toContain(
      'Humpback whales return to the northern fjord (Coastal News · 28 October 2026) ← this one',
    );
    expect(kinds(reply)).toEqual(['follow', 'follow']);
  });

  test('there may be none', async () => {
    const chat = createChat({ stories: shelfWith() });
    for (const said of ['brief me', 'hi', 'why?', '/story']) {
      expect(plainText(await say(chat, said))).toBe('There are no stories yet.');
    }
  });
});

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
    expect(plainText(await say(one(), '  \n '))).toBe('Ask me something about the story.');
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
    expect(kinds(await ask(one(), { kind: 'brief', depth: 'full' }))).not.toContain('brief');
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

  test('says when a story has been updated', async () => {
    const stories = shelfWith(BRIDGE);
    const chat = createChat({ stories });
    expect(plainText(await say(chat, "what's new?"))).toContain('Nothing new');
    stories.replace(BRIDGE.replace('14 million', '15 million'));
    expect(plainText(await say(chat, "what's new?"))).toBe(
      'What’s new\n\nThis is version 2 of the story. New in it:\n\n• She expects repairs to cost 15 million euros and to take three years. [¶3]',
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
    const feedback = new FeedbackInMemory();
    const chat = createChat({ stories: shelfWith(BRIDGE), feedback });
    const reply = await say(chat, 'how much will the repairs cost?');
    const pressed = reply.actions.at(-1);
    expect(pressed?.label).toBe('Not helpful');
    if (pressed) await ask(chat, { kind: 'action', action: pressed.intent });
    await say(chat, 'that’s wrong');
    expect(feedback.counts()).toEqual([
      { story: 'harbour-bridge', questionType: expect.any(String), count: 2 },
    ]);
  });
});

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

  test('100 kB of emoji is answered at once', async () => {
    const started = performance.now();
    const reply = await say(one(), '😀'.repeat(50_000));
    expect(reply.tone).toBe('unanswered');
    expect(performance.now() - started).toBeLessThan(3_000);
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
