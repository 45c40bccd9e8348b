import { describe, expect, test } from 'vitest';
import { isFollowUp } from '../../src/chat/follow-up.ts';

describe('isFollowUp', () => {
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
    'how many of those are open',
    'could that number grow?',
    'But why?',
    'did the council say anything too?',
    'who objected to it?',
  ])('%s goes on from the last question', (question) => {
    expect(isFollowUp(question)).toBe(true);
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
    expect(isFollowUp(question)).toBe(false);
  });
});
