import { describe, expect, it } from 'vitest';
import { GlobalShare } from '../../../../adapters/discord/digests/global-share.ts';

const CHANNEL = 'https://discord.example/api/v10/channels/1/messages';
const CALLBACK = 'https://discord.example/api/v10/interactions/1/token/callback';

describe('what digests may take of the bot’s requests', () => {
  const patience = () => AbortSignal.timeout(5_000);

  it('is no more than the limit in any window, in the order they came', async () => {
    const share = new GlobalShare(5, 100);
    const times: number[] = [];
    const order: number[] = [];
    const turn = async (number: number): Promise<void> => {
      await share.turn(patience());
      times.push(performance.now());
      order.push(number);
    };
    await Promise.all(Array.from({ length: 14 }, (_, number) => turn(number)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const [index, at] of times.entries()) {
      // Timers and this clock count in steps of a millisecond.
      expect((times[index + 5] ?? Number.POSITIVE_INFINITY) - at).toBeGreaterThanOrEqual(99);
    }
  });

  it('is what people’s questions leave of it, those of interactions not counted', async () => {
    const share = new GlobalShare(5, 60_000);
    for (let asked = 0; asked < 4; asked++) share.note(CHANNEL);
    for (let asked = 0; asked < 40; asked++) share.note(CALLBACK);
    await share.turn(patience());
    await expect(share.turn(AbortSignal.timeout(30))).rejects.toThrow();
  });

  it('is not used up by one that gave up', async () => {
    const share = new GlobalShare(1, 100);
    await share.turn(patience());
    await expect(share.turn(AbortSignal.abort())).rejects.toThrow();
    await share.turn(patience());
  });
});
