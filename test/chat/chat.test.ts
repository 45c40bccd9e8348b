import { describe, expect, test } from 'vitest';
import type { ActionIntent } from '../../src/chat/action.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { ask, one, say, two } from '../support/ask.ts';
import { asker, BRIDGE, shelfWith, WHALES } from '../support/stories.ts';

const kinds = (reply: Reply): readonly ActionIntent['kind'][] =>
  reply.actions.map(({ intent }) => intent.kind);

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

  test('a large archive is listed by its newest, and searched', async () => {
    const many = Array.from({ length: 30 }, (_, n) => BRIDGE.replace('harbour-bridge', `bridge-${n}`));
    const chat = createChat({ stories: shelfWith(...many, WHALES) });
    const reply = await ask(chat, { kind: 'stories' });
    expect(reply.actions).toHaveLength(20);
    expect(plainText(reply)).toContain('And 11 more');
    expect((await say(chat, 'how many humpback whales were counted?')).story?.slug).toBe('fjord-whales');
  });

  test('there may be none', async () => {
    const chat = createChat({ stories: shelfWith() });
    for (const said of ['brief me', 'hi', 'why?', '/story']) {
      expect(plainText(await say(chat, said))).toBe('There are no stories yet.');
    }
  });
});
