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
    schedule = startSchedule(noted, { log: silentLog, clock: { now: Date.now } });
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

  it('says when it last looked for what is due', async () => {
    const { state } = start();
    expect(state()).toMatchObject({ kind: 'connecting' });
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(state()).toEqual({ kind: 'up', lastAt: '2026-11-25T08:02:00.000Z' });
  });

  it('says that it could not, in words that tell nothing of what is in the store', async () => {
    const { state } = start(() => Promise.reject(new Error('no such table: secrets')));
    await vi.advanceTimersByTimeAsync(0);
    expect(state().kind).toBe('degraded');
    expect(state().reason).toContain('could not be found out');
    expect(state().reason).not.toContain('secrets');
  });

  it('says that something holds it up', async () => {
    let finish = (): void => {};
    const { state } = start(async () => {
      if (beats.length > 1) await new Promise<void>((resolve) => (finish = resolve));
    });
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(state().kind).toBe('up');
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(state()).toMatchObject({ kind: 'degraded', lastAt: '2026-11-25T08:00:20.000Z' });
    finish();
  });
});
