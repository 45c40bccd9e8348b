import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Schedule, startSchedule } from '../../src/digest/schedule.ts';
import { silentLog } from '../support/every-store.ts';

const MINUTE = 60_000;

describe('the schedule', () => {
  let schedule: Schedule | undefined;
  let beats: Date[];

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-25T08:00:20Z') });
    beats = [];
  });

  afterEach(async () => {
    await schedule?.stop();
    schedule = undefined;
    vi.useRealTimers();
  });

  const start = (beat = async () => {}) => {
    const noted = () => {
      beats.push(new Date());
      return beat();
    };
    schedule = startSchedule(noted, silentLog);
    return schedule;
  };
  const times = () => beats.map((at) => at.toISOString().slice(11, 16));

  it('beats when it starts, and at every full minute', async () => {
    start();
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(times()).toEqual(['08:00', '08:01', '08:02', '08:03']);
  });

  it('never beats twice at a time: what takes longer than a minute is let finish', async () => {
    let finish = (): void => {};
    start(() => new Promise<void>((resolve) => (finish = resolve)));
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(beats).toHaveLength(1);
    finish();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(beats).toHaveLength(2);
    finish();
  });

  it('goes on after a beat that failed', async () => {
    start(() => Promise.reject(new Error('the store is gone')));
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(beats).toHaveLength(3);
  });

  it('goes on every minute when the clock is set back', async () => {
    start();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    vi.setSystemTime(new Date('2026-11-25T05:00:20Z'));
    const before = beats.length;
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(beats.length - before).toBeGreaterThanOrEqual(4);
  });

  it('beats no more after a stop, which waits for the last beat', async () => {
    let finish = (): void => {};
    const { stop } = start(() => new Promise<void>((resolve) => (finish = resolve)));
    let isStopped = false;
    const stopping = stop().then(() => {
      isStopped = true;
    });
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(isStopped).toBe(false);
    finish();
    await stopping;
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(beats).toHaveLength(1);
  });
});
