import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import { contextOf, freshConversation, type Turn, withTurn } from '../../src/chat/conversation.ts';
import { slug } from '../support/stories.ts';

const ANSWER: Answer = { kind: 'unanswered', confidence: 0, sentences: [], type: 'what' };

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

describe('contextOf', () => {
  const asked = (...turns: readonly Turn[]) => {
    let conversation = freshConversation(0);
    for (const each of turns) conversation = withTurn(conversation, each, 0);
    return contextOf(conversation, slug('bridge'), 1);
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
