import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { Conversations, contextOf, type Turn } from '../../src/chat/conversation.ts';
import type { ConversationKey } from '../../src/chat/request.ts';
import { asker, slug } from '../support/stories.ts';

const HOUR = 3_600_000;
const ANSWER: Answer = { kind: 'unanswered', confidence: 0, sentences: [], type: 'what' };
const key = (name: string) => name as ConversationKey;

function turn(question: string, more: Partial<Turn> = {}): Turn {
  return {
    story: slug('bridge'),
    version: 1,
    question,
    answer: ANSWER,
    follows: true,
    by: 'discord:mira',
    ...more,
  };
}

describe('Conversations', () => {
  test('remember the story and the questions of a thread', () => {
    const conversations = new Conversations();
    conversations.add(key('a'), turn('Who?'), 0);
    conversations.add(key('a'), turn('Why?'), HOUR);
    expect(conversations.get(key('a'), HOUR)).toMatchObject({
      story: 'bridge',
      last: 'answer',
      turns: [{ question: 'Who?' }, { question: 'Why?' }],
    });
    expect(conversations.get(key('b'), HOUR).turns).toEqual([]);
  });

  test('keep a conversation a day after its last request, and no longer', () => {
    const conversations = new Conversations();
    conversations.add(key('a'), turn('Who?'), 0);
    conversations.settle(key('a'), slug('bridge'), 'brief', 20 * HOUR);
    expect(conversations.get(key('a'), 44 * HOUR - 1).turns).toHaveLength(1);
    expect(conversations.get(key('a'), 44 * HOUR)).toEqual({ turns: [], touchedAt: 44 * HOUR });
  });

  test('keep the last ten questions', () => {
    const conversations = new Conversations();
    for (let n = 1; n <= 12; n++) conversations.add(key('a'), turn(`Question ${n}?`), n);
    const { turns } = conversations.get(key('a'), 12);
    expect(turns).toHaveLength(10);
    expect(turns[0]?.question).toBe('Question 3?');
  });

  test('keep ten thousand conversations, dropping the longest unused', () => {
    const conversations = new Conversations();
    for (let n = 0; n < 10_000; n++) conversations.add(key(`c${n}`), turn('Who?'), n);
    conversations.settle(key('c0'), slug('bridge'), undefined, 10_000);
    conversations.add(key('new'), turn('Who?'), 10_001);
    expect(conversations.size).toBe(10_000);
    expect(conversations.get(key('c0'), 10_001).turns).toHaveLength(1);
    expect(conversations.get(key('c1'), 10_001).turns).toHaveLength(0);
  });

  test('let go of what has expired when something new is said', () => {
    const conversations = new Conversations();
    for (let n = 0; n < 50; n++) conversations.add(key(`c${n}`), turn('Who?'), 0);
    conversations.add(key('new'), turn('Who?'), 25 * HOUR);
    expect(conversations.size).toBe(1);
  });

  test('do not keep a hundred thousand characters of one question', () => {
    const conversations = new Conversations();
    conversations.add(key('a'), turn('😀'.repeat(50_000)), 0);
    const [kept] = conversations.get(key('a'), 0).turns;
    expect(kept?.question.length).toBeLessThanOrEqual(500);
    expect(kept?.question.isWellFormed()).toBe(true);
  });

  test('forget one asker everywhere, and nobody else', () => {
    const conversations = new Conversations();
    conversations.add(key('thread'), turn('Mine?'), 0);
    conversations.add(key('thread'), turn('Theirs?', { by: 'discord:jon' }), 0);
    conversations.add(key('other'), turn('Mine too?'), 0);
    conversations.settle(key('dm'), slug('bridge'), 'brief', 0);
    conversations.forget(asker({ user: 'mira', conversation: 'dm' }));
    expect(conversations.get(key('thread'), 0).turns.map(({ question }) => question)).toEqual(['Theirs?']);
    expect(conversations.size).toBe(1);
  });

  test.each(['constructor', '__proto__', ''])('treat %j as a name like any other', (name) => {
    const conversations = new Conversations();
    expect(conversations.get(key(name), 0).turns).toEqual([]);
    conversations.add(key(name), turn('Who?'), 0);
    expect(conversations.get(key(name), 0).turns).toHaveLength(1);
  });
});

describe('contextOf', () => {
  const asked = (...turns: readonly Turn[]) => {
    const conversations = new Conversations();
    for (const each of turns) conversations.add(key('a'), each, 0);
    return contextOf(conversations.get(key('a'), 0), slug('bridge'), 1);
  };

  test('is the last turn with those it followed', () => {
    const context = asked(
      turn('Before?'),
      turn('First?', { follows: false }),
      turn('Second?'),
      turn('Third?'),
    );
    expect([context?.question, context?.before?.question, context?.before?.before?.question]).toEqual([
      'Third?',
      'Second?',
      'First?',
    ]);
    expect(context?.before?.before?.before).toBeUndefined();
  });

  test('is nothing after a turn about another story or version', () => {
    expect(asked(turn('Here?'), turn('Elsewhere?', { story: slug('whales') }))).toBeUndefined();
    expect(asked(turn('Here?'), turn('Newer?', { version: 2 }))).toBeUndefined();
    expect(asked()).toBeUndefined();
  });
});
