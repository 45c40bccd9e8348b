import { beforeEach, describe, expect, it } from 'vitest';
import { type DeliveryLoop, startDeliveryLoop } from '../../src/digest/delivery-loop.ts';
import { silentLog } from '../support/every-store.ts';
import { WaitingTimers } from './waiting-timers.ts';

describe('the loop of deliveries', () => {
  let timers: WaitingTimers;
  let stopping: AbortController;
  let passes: number;
  let fault: Error | undefined;
  let complaints: string[];

  beforeEach(() => {
    timers = new WaitingTimers();
    stopping = new AbortController();
    passes = 0;
    fault = undefined;
    complaints = [];
  });

  function start(): DeliveryLoop {
    const lane = {
      async pass() {
        passes++;
        if (fault) throw fault;
        return 0;
      },
      idle: async () => {},
    };
    const log = { ...silentLog, error: (_: object, message: string) => complaints.push(message) };
    return startDeliveryLoop(lane, { timers, log, stopping: stopping.signal });
  }

  it('looks at once, and every second', async () => {
    start();
    for (let look = 1; look <= 3; look++) {
      await timers.until(look);
      expect(passes).toBe(look);
      timers.runOut();
    }
    expect(timers.waits.slice(0, 3)).toEqual([1000, 1000, 1000]);
  });

  it('looks when it is woken, without waiting', async () => {
    const loop = start();
    await timers.until(1);
    loop.wake();
    await timers.until(2);
    expect(passes).toBe(2);
  });

  it('rests five seconds after a fault of the store, says so, and goes on', async () => {
    fault = new Error('the disk is full');
    start();
    await timers.until(1);
    expect(timers.waits).toEqual([5000]);
    expect(complaints).toEqual(['deliveries could not be taken up; trying again']);
    fault = undefined;
    timers.runOut();
    await timers.until(2);
    expect(timers.waits).toEqual([5000, 1000]);
  });

  it('ends when it is told to, while it rests and before it begins', async () => {
    const loop = start();
    await timers.until(1);
    stopping.abort();
    await loop.ended;
    await start().ended;
    expect(passes).toBe(1);
  });
});
