import { describe, expect, it } from 'vitest';
import type { Noted } from '../../src/chat/memory.ts';
import { MemoryInProcess } from '../../src/chat/memory-in-process.ts';
import type { Asker } from '../../src/chat/request.ts';
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

  it('lets the page’s readers push out each other’s conversations only', async () => {
    const memory = new MemoryInProcess();
    const on = (platform: Asker['platform'], name: string) => asker({ platform, conversation: name });
    await memory.keep(on('discord', 'first'), BRIEFED, 0);
    for (let n = 0; n < 10_000; n++) await memory.keep(on('web', `w${n}`), BRIEFED, 1 + n);
    await memory.keep(on('slack', 'last'), BRIEFED, 10_001);
    const isKept = async (who: Asker) => (await memory.recall(who, 10_001)).conversation.story !== undefined;
    expect(await isKept(on('discord', 'first'))).toBe(true);
    expect(await isKept(on('web', 'w8999'))).toBe(false);
    expect(await isKept(on('web', 'w9000'))).toBe(true);
    expect(memory.size).toBe(1_002);
  });

  it('lets go of what has expired when something new is said', async () => {
    const memory = new MemoryInProcess();
    for (let n = 0; n < 50; n++) await memory.keep(asker({ conversation: `c${n}` }), BRIEFED, 0);
    await memory.keep(asker({ conversation: 'new' }), BRIEFED, DAY + 1);
    expect(memory.size).toBe(1);
  });
});
