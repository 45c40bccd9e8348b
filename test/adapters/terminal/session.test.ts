import { beforeEach, describe, expect, test } from 'vitest';
import { completions } from '../../../adapters/terminal/complete.ts';
import { Session } from '../../../adapters/terminal/session.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { BRIDGE, MORNING, shelfWith, slug, WHALES } from '../../support/stories.ts';

let chat: Chat;
let session: Session;
beforeEach(() => {
  chat = createChat({ stories: shelfWith(BRIDGE, WHALES) });
  session = new Session(chat, () => MORNING);
});

describe('a terminal session', () => {
  test('a number picks what was offered under that number', async () => {
    await session.take('brief me');
    const { picked, reply } = await session.take('2');
    expect(picked).toBe('Humpback whales return to the northern fjord');
    expect(reply).toMatchObject({ tone: 'brief', story: { slug: 'fjord-whales' } });
  });

  test('what was offered stays on offer until something else is', async () => {
    await session.take('brief me');
    await session.take('thanks');
    expect((await session.take('1')).reply?.story?.slug).toBe('harbour-bridge');
  });

  test('a number that was not offered is a question', async () => {
    await session.take('/story harbour-bridge');
    const { picked, reply } = await session.take('99');
    expect(picked).toBeUndefined();
    expect(reply?.tone).toMatch(/answer/);
  });

  test.each(['/quit', '/QUIT', 'quit', 'exit', ' /quit '])('%j leaves', async (line) => {
    expect(await session.take(line)).toEqual({ leave: true });
  });

  test('a blank line leads to nothing', async () => {
    expect(await session.take(' \t ')).toEqual({});
  });

  test('speaks of the story chosen with /story', async () => {
    await session.take('/story whales');
    expect(session.story?.slug).toBe('fjord-whales');
    expect((await session.take('/people')).reply?.story?.slug).toBe('fjord-whales');
  });
});

describe('completion', () => {
  test.each([
    ['/p', ['/people', '/places']],
    ['/st', ['/story ']],
    ['/story f', ['/story fjord-whales']],
    ['/brief f', ['/brief fjord-whales', '/brief full']],
    ['/nonsense', []],
    ['/people constructor', []],
  ])('%s → %j', (line, expected) => {
    expect(completions(chat, undefined, line)).toEqual(expected);
  });

  test('completes questions that the story at hand answers', () => {
    const all = completions(chat, slug('harbour-bridge'), '');
    const [first = ''] = all.filter((line) => !line.startsWith('/'));
    expect(completions(chat, slug('harbour-bridge'), first.slice(0, -3).toLowerCase())).toContain(first);
    expect(completions(chat, slug('harbour-bridge'), 'zzz')).toEqual([]);
  });
});
