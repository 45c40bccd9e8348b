import { describe, expect, it } from 'vitest';
import { ReadInProcess } from '../../src/chat/read-in-process.ts';
import { slug } from '../support/stories.ts';

const LIMITS = { keptFor: 1_000, stories: 2, people: 3 };

describe('what people have read, in one process', () => {
  const put = (read: ReadInProcess, who: string, at: number) =>
    read.put(who, slug('bridge'), { version: 1, at });

  it('holds so many people, dropping whom nothing was told longest', () => {
    const read = new ReadInProcess(LIMITS);
    for (const [at, who] of ['ann', 'ben', 'cleo', 'ann', 'dan'].entries()) put(read, who, at);
    expect(read.size).toBe(3);
    expect(['ann', 'ben', 'cleo', 'dan'].map((who) => read.of(who, 5).size)).toEqual([1, 0, 1, 1]);
  });

  it('lets go of what is too old when somebody is told something', () => {
    const read = new ReadInProcess(LIMITS);
    put(read, 'ann', 0);
    put(read, 'ben', 1_000);
    expect(read.size).toBe(1);
  });
});
