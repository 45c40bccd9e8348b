import { beforeEach, describe, expect, it } from 'vitest';
import { GlobalShare, type ShareTime } from '../../../../adapters/discord/digests/global-share.ts';

const CHANNEL = 'https://discord.example/api/v10/channels/1/messages';
const CALLBACK = 'https://discord.example/api/v10/interactions/1/token/callback';

/** A clock that goes on by waiting, and stands for as long as somebody has to be heard. */
class Time implements ShareTime {
  #now = 0;

  now = (): number => this.#now;

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await new Promise(setImmediate);
    signal?.throwIfAborted();
    this.#now += milliseconds;
  }
}

describe('what digests may take of the bot’s requests', () => {
  const patience = new AbortController().signal;
  let time: Time;
  /** When requests reached Discord. */
  let arrivals: number[];

  beforeEach(() => {
    time = new Time();
    arrivals = [];
  });

  /** A request that takes so long to arrive, and its answer as long to come back. */
  const travelling = (there: number, back: number) => async () => {
    time.pass(there);
    arrivals.push(time.now());
    time.pass(back);
  };

  /** The most that arrived in any second. */
  const mostInASecond = () =>
    Math.max(...arrivals.map((from) => arrivals.filter((at) => at >= from && at < from + 1000).length));

  it('is fifty in any second at most, and nearly as many', async () => {
    const share = new GlobalShare(undefined, undefined, time);
    for (let sent = 0; sent < 500; sent++) await share.send(patience, travelling(1, 1));
    expect(mostInASecond()).toBe(50);
    expect(499 / ((arrivals.at(-1) ?? 0) / 1000)).toBeGreaterThan(48);
  });

  it('is fifty in any second when requests are held up on their way', async () => {
    const share = new GlobalShare(undefined, undefined, time);
    for (let sent = 0; sent < 500; sent++) {
      const isHeldUp = sent % 7 === 0;
      await share.send(patience, travelling(isHeldUp ? 180 : 1, sent % 5 === 0 ? 90 : 1));
    }
    expect(mostInASecond()).toBeLessThanOrEqual(50);
  });

  it('is the process’s part of fifty where several share the bot', async () => {
    const share = new GlobalShare(undefined, undefined, time);
    share.among(3);
    for (let sent = 0; sent < 100; sent++) await share.send(patience, travelling(1, 1));
    expect(mostInASecond()).toBe(16);
    share.among(1);
    for (let sent = 0; sent < 300; sent++) await share.send(patience, travelling(1, 1));
    expect(mostInASecond()).toBe(50);
  });

  it('is given in the order they came, whoever is answered first', async () => {
    const share = new GlobalShare(2, 1000, time);
    const order: number[] = [];
    const send = (number: number) =>
      share.send(patience, async () => {
        order.push(number);
        if (number % 2 === 0) await new Promise(setImmediate);
      });
    await Promise.all(Array.from({ length: 9 }, (_, number) => send(number)));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is what people’s questions leave of it, those of interactions not counted', async () => {
    const share = new GlobalShare(5, 1000, time);
    for (let asked = 0; asked < 4; asked++) share.note(CHANNEL);
    for (let asked = 0; asked < 40; asked++) share.note(CALLBACK);
    await share.send(patience, travelling(0, 0));
    expect(time.now()).toBe(0);
    await share.send(patience, travelling(0, 0));
    expect(time.now()).toBeGreaterThanOrEqual(1000);
  });

  it('waits for an answer that is long in coming, and for one that never comes five seconds', async () => {
    const share = new GlobalShare(1, 1000, time);
    void share.send(patience, () => new Promise(() => {}));
    await share.send(patience, travelling(0, 0));
    expect(arrivals).toEqual([5000]);
  });

  it('is not used up by one that gave up, and a failed one counts', async () => {
    const share = new GlobalShare(1, 1000, time);
    await expect(share.send(AbortSignal.abort(new Error('gave up')), travelling(0, 0))).rejects.toThrow(
      'gave up',
    );
    await expect(share.send(patience, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(time.now()).toBe(0);
    await share.send(patience, travelling(0, 0));
    expect(arrivals[0]).toBeGreaterThanOrEqual(1000);
  });
});
