import { describe, expect, it } from 'vitest';
import { Running } from '../../../adapters/discord/running.ts';

describe('work that is going on', () => {
  it('is waited for when it is to finish, whatever comes of it', async () => {
    const running = new Running();
    const work = Promise.withResolvers<void>();
    const failing = Promise.withResolvers<void>();
    running.track(work.promise);
    running.track(failing.promise);
    const finished = running.finish(5_000);
    expect(running.open).toBe(false);
    failing.reject(new Error('it went wrong'));
    work.resolve();
    expect(await finished).toBe(0);
  });

  it('is waited for no longer than patience lasts', async () => {
    const running = new Running();
    running.track(new Promise(() => undefined));
    expect(await running.finish(20)).toBe(1);
  });
});
