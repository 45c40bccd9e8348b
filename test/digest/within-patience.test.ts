import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withinPatience } from '../../src/digest/within-patience.ts';

/** Work that ends with its signal only. */
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });

describe('work within one’s patience', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives what it gives, and leaves nothing behind', async () => {
    const stopped = new AbortController().signal;
    expect(await withinPatience(1000, stopped, async () => 'done')).toBe('done');
    await expect(withinPatience(1000, stopped, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(stopped, 'abort')).toEqual([]);
  });

  it('is told when it takes too long', async () => {
    const work = withinPatience(1000, new AbortController().signal, untilAborted);
    const failing = expect(work).rejects.toThrow('it took too long');
    await vi.advanceTimersByTimeAsync(1000);
    await failing;
  });

  it('is told when all is stopped, also before it begins', async () => {
    const stopped = new AbortController();
    const work = withinPatience(1000, stopped.signal, untilAborted);
    stopped.abort(new Error('stopping'));
    await expect(work).rejects.toThrow('stopping');
    await expect(withinPatience(1000, stopped.signal, untilAborted)).rejects.toThrow('stopping');
  });
});
