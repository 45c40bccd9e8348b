import { expect, it } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import type { Turn } from '../../src/chat/conversation.ts';
import type { Memory, Noted } from '../../src/chat/memory.ts';
import type { ConversationKey } from '../../src/chat/request.ts';
import { asker, slug } from '../support/stories.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 2, 12);
const CITED = { text: 'Forty.', paragraph: 2, sentence: 1, start: 10, end: 16 };
const ANSWER: Answer = {
  kind: 'answer',
  confidence: 0.75,
  sentences: [CITED, { ...CITED, damaged: 'end' }],
  span: CITED,
  type: 'how-many',
};

function turn(question: string, more: Partial<Turn> = {}): Turn {
  return {
    story: slug('bridge'),
    version: 1,
    question,
    answer: ANSWER,
    follows: false,
    by: 'discord:mira',
    ...more,
  };
}

/** A question asked, as a request notes it. */
function asked(...turns: readonly Turn[]): Noted {
  return { turns, settled: { story: slug('bridge'), last: 'answer' }, unhelpful: [] };
}

const BRIEFED: Noted = { turns: [], settled: { story: slug('bridge'), last: 'brief' }, unhelpful: [] };
const mira = (conversation: string, more = {}) =>
  asker({ platform: 'discord', user: 'mira', conversation, ...more });
const jon = (conversation: string) => ({ ...mira(conversation), user: 'jon' });

/** What every memory does. @param make an empty one */
export function specifyMemory(make: () => Promise<Memory>): void {
  const questions = async (memory: Memory, conversation: string, now = NOON) =>
    (await memory.recall(mira(conversation), now)).conversation.turns.map(({ question }) => question);

  it('remembers the story and the questions of a conversation, whole', async () => {
    const memory = await make();
    await memory.keep(mira('a'), asked(turn('Who?')), NOON);
    await memory.keep(mira('a'), asked(turn('Why?', { follows: true })), NOON + HOUR);
    const { conversation } = await memory.recall(mira('a'), NOON + HOUR);
    expect(conversation).toEqual({
      story: 'bridge',
      last: 'answer',
      touchedAt: NOON + HOUR,
      turns: [turn('Who?'), turn('Why?', { follows: true })],
    });
    expect((await memory.recall(mira('b'), NOON)).conversation).toEqual({ turns: [], touchedAt: NOON });
  });

  it('keeps a conversation a day after its last request, and no longer', async () => {
    const memory = await make();
    await memory.keep(mira('a'), asked(turn('Who?')), NOON);
    await memory.keep(mira('a'), BRIEFED, NOON + 20 * HOUR);
    expect(await questions(memory, 'a', NOON + 44 * HOUR - 1)).toEqual(['Who?']);
    expect(await questions(memory, 'a', NOON + 44 * HOUR)).toEqual([]);
    await memory.keep(mira('a'), asked(turn('Later?')), NOON + 50 * HOUR);
    expect(await questions(memory, 'a', NOON + 50 * HOUR)).toEqual(['Later?']);
  });

  it('keeps the last ten questions', async () => {
    const memory = await make();
    for (let n = 1; n <= 12; n++) await memory.keep(mira('a'), asked(turn(`Question ${n}?`)), NOON + n);
    const kept = await questions(memory, 'a', NOON + 12);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([10, 'Question 3?', 'Question 12?']);
  });

  it('loses no question of several that end at the same time', async () => {
    const memory = await make();
    await Promise.all([1, 2, 3, 4].map((n) => memory.keep(mira('a'), asked(turn(`${n}?`)), NOON)));
    expect((await questions(memory, 'a')).toSorted()).toEqual(['1?', '2?', '3?', '4?']);
  });

  it('does not keep a hundred thousand characters of one question', async () => {
    const memory = await make();
    await memory.keep(mira('a'), asked(turn('😀'.repeat(50_000))), NOON);
    const [kept] = await questions(memory, 'a');
    expect(kept?.length).toBe(500);
    expect(kept?.isWellFormed()).toBe(true);
  });

  it('goes on with a conversation in its branch, from where it stood', async () => {
    const memory = await make();
    const branch = 'chain' as ConversationKey;
    await memory.keep({ ...mira('a'), branch }, asked(turn('Who?')), NOON);
    await memory.keep(mira('a'), asked(turn('Elsewhere?')), NOON);
    await memory.keep(mira('chain'), asked(turn('Why?')), NOON);
    expect(await questions(memory, 'chain')).toEqual(['Who?', 'Why?']);
    expect(await questions(memory, 'a')).toEqual(['Who?', 'Elsewhere?']);
  });

  it('makes no branch of nothing', async () => {
    const memory = await make();
    const nothing: Noted = { turns: [], unhelpful: [] };
    await memory.keep({ ...mira('a'), branch: 'chain' as ConversationKey }, nothing, NOON);
    expect((await memory.recall(mira('chain'), NOON)).conversation.story).toBeUndefined();
  });

  it('knows the story of each channel, whoever asks there', async () => {
    const memory = await make();
    const follow = (story: string): Noted => ({ turns: [], follows: slug(story), unhelpful: [] });
    await memory.keep(mira('a', { channel: 'one' }), follow('bridge'), NOON);
    await memory.keep(mira('a', { channel: 'one' }), follow('whales'), NOON);
    const followed = async (channel: string) =>
      (await memory.recall({ ...jon('b'), channel }, NOON + 99 * HOUR)).follows;
    expect([await followed('one'), await followed('two')]).toEqual(['whales', undefined]);
  });

  it('forgets one person everywhere, and nobody else', async () => {
    const memory = await make();
    await memory.keep(mira('thread'), asked(turn('Mine?')), NOON);
    await memory.keep(jon('thread'), asked(turn('Theirs?', { by: 'discord:jon' })), NOON);
    await memory.keep(mira('other'), asked(turn('Mine too?')), NOON);
    await memory.keep(mira('briefed'), BRIEFED, NOON);
    await memory.keep(jon('theirs'), BRIEFED, NOON);
    await memory.forget(mira('here'));
    const story = async (name: string) => (await memory.recall(mira(name), NOON)).conversation.story;
    expect(await questions(memory, 'thread')).toEqual(['Theirs?']);
    expect(await Promise.all(['other', 'briefed', 'theirs'].map(story))).toEqual([
      undefined,
      undefined,
      'bridge',
    ]);
  });

  it.each(['constructor', '__proto__', '', "'; drop table follows; --"])(
    'treats %j as a name like any other',
    async (name) => {
      const memory = await make();
      expect(await questions(memory, name)).toEqual([]);
      await memory.keep(mira(name), asked(turn('Who?\u0000')), NOON);
      expect(await questions(memory, name)).toEqual(['Who?\u0000']);
    },
  );
}
