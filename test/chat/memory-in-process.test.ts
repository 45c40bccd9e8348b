import { describe, expect, it } from 'vitest';
import type { Noted } from '../../src/chat/memory.ts';
import { MemoryInProcess } from '../../src/chat/memory-in-process.ts';
import { asker, slug } from '../support/stories.ts';
import { specifyMemory } from './specify-memory.ts';
import { specifyRead } from './specify-read.ts';

const DAY = 24 * 3_600_000;
const BRIEFED: Noted = { turns: [], settled: { story: slug('bridge'), last: 'brief' }, unhelpful: [] };

describe('the memory of one process', () => {
  specifyMemory(async () => new MemoryInProcess());
  specifyRead(async () => new MemoryInProcess());

  it('holds ten thousand conversations, dropping the longest unused', async () => {
    const memory = new MemoryInProcess();
    const keep = (name: string, now: number) => memory.keep(asker({ conversation: name }), BRIEFED, now);
    for (let n = 0; n < 10_000; n++) await keep(`c${n}`, n);
    await keep('c0', 10_000);
    await keep('new', 10_001);
    const story = async (name: string) =>
      (await memory.recall(asker({ conversation: name }), 10_001)).conversation.story;
    expect(memory.size).toBe(10_000);
    expect([await story('c0'), await story('c1'), await story('c2')]).toEqual([
      'bridge',
      undefined,
      'bridge',
    ]);
  });

  it('lets go of what has expired when something new is said', async () => {
    const memory = new MemoryInProcess();
    for (let n = 0; n < 50; n++) await memory.keep(asker({ conversation: `c${n}` }), BRIEFED, 0);
    await memory.keep(asker({ conversation: 'new' }), BRIEFED, DAY + 1);
    expect(memory.size).toBe(1);
  });
});
