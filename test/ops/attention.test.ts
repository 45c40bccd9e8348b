import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Attention } from '../../src/ops/attention.ts';

describe('attention to those who wait', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets other work go on at once when nobody waits', async () => {
    const attention = new Attention();
    await attention.quiet(1000);
    expect(await attention.during(async () => 'answer')).toBe('answer');
    await attention.quiet(1000);
  });

  it('holds other work back until the last one is answered, whatever becomes of the answer', async () => {
    const attention = new Attention();
    const [one, two] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const asked = [attention.during(() => one.promise), attention.during(() => two.promise)];
    let goesOn = false;
    const other = attention.quiet(1000).then(() => {
      goesOn = true;
    });
    one.resolve();
    await asked[0];
    expect(goesOn).toBe(false);
    two.reject(new Error('no answer'));
    await expect(asked[1]).rejects.toThrow('no answer');
    await other;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not hold other work back for longer than it is told', async () => {
    const attention = new Attention();
    void attention.during(() => new Promise(() => {}));
    const other = attention.quiet(50);
    await vi.advanceTimersByTimeAsync(50);
    await other;
  });
});
