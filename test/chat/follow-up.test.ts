import { describe, expect, test } from 'vitest';
import { followsUp } from '../../src/chat/follow-up.ts';

describe('followsUp', () => {
  test.each([
    'and what did he say?',
    'who is she',
    'why?',
    'when?',
    'from where to where?',
    'and the navy?',
    'what about the baker?',
    'which town?',
    'how many?',
    'how many of those?',
    'could that grow?',
    'But why?',
    'who objected to it?',
  ])('%s goes on from the last question', (question) => {
    expect(followsUp(question)).toBe('must');
  });

  test.each([
    'could that number grow?',
    'did the council say anything on ferries too?',
    'how long is the bridge over there?',
    'which town is on the other side of it?',
  ])('%s may go on from it or stand alone', (question) => {
    expect(followsUp(question)).toBe('may');
  });

  test.each([
    'who is the mayor?',
    'tomas reyes',
    'pillars',
    'how many engineers are there?',
    'is there a ferry?',
    'did the mayor say that repairs will be cheap',
    'what did the mayor say about cyclists?',
    'why was the bridge closed?',
    'constructor',
  ])('%s stands on its own', (question) => {
    expect(followsUp(question)).toBe('no');
  });
});
