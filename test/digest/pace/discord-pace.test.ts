import { beforeEach, expect, it } from 'vitest';
import type { Destination } from '../../../src/chat/courier.ts';
import { discordPace } from '../../../src/digest/pace/discord-pace.ts';
import type { Pace, Turn } from '../../../src/digest/pace/pace.ts';
import type { Store } from '../../../src/store/store.ts';
import { describeEveryStore } from '../../support/every-store.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const CHANNEL: Destination = { platform: 'discord', workspace: 'G1', kind: 'channel', id: 'C1' };
const never = new AbortController().signal;

/** Time that stands still; notes until when somebody waits, and lets them go on at once. */
class StandingTime {
  current = NOON;
  readonly waitedUntil: number[] = [];
  /** Called before somebody goes on. */
  onWait: (() => Promise<void>) | undefined;

  now = (): number => this.current;

  async wait(milliseconds: number): Promise<void> {
    this.waitedUntil.push(this.current + Math.max(0, milliseconds));
    await this.onWait?.();
  }
}

describeEveryStore('turns within Discord’s common limit', (stores) => {
  let store: Store;

  beforeEach(async () => {
    store = await stores.open();
  });

  const aProcess = async (on?: Store) => {
    const time = new StandingTime();
    return { time, pace: discordPace(on ?? (await stores.open()), time, time) };
  };

  const takeTurns = (pace: Pace, count: number): Promise<readonly Turn[]> =>
    Promise.all(Array.from({ length: count }, () => pace.turn(CHANNEL, never)));

  it('are 48 a second for one process, none left out', async () => {
    const { time, pace } = await aProcess(store);
    await takeTurns(pace, 200);
    const gaps = time.waitedUntil.slice(1).map((at, index) => at - (time.waitedUntil[index] ?? 0));
    expect(time.waitedUntil).toHaveLength(200);
    expect(Math.min(...gaps)).toBeGreaterThan(20);
    expect(Math.max(...gaps)).toBeLessThan(22);
  });

  it('are 44 a second for three processes together, each in a share of its own', async () => {
    const processes = [await aProcess(), await aProcess(), await aProcess()];
    await Promise.all(processes.map(({ pace }) => takeTurns(pace, 100)));
    for (const { time } of processes) expect(time.waitedUntil).toHaveLength(100);
    const all = processes.flatMap(({ time }) => time.waitedUntil).sort((a, b) => a - b);
    for (const from of all) {
      expect(all.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(49);
    }
    expect(299 / (((all.at(-1) ?? 0) - NOON) / 1000)).toBeGreaterThan(44);
  });

  it('come late without a loss when a lone process was held up', async () => {
    const { time, pace } = await aProcess(store);
    time.onWait = async () => {
      time.current = NOON + 300;
    };
    await takeTurns(pace, 10);
    expect(time.waitedUntil.slice(1)).toEqual(Array.from({ length: 9 }, () => NOON + 300));
  });

  it('are over when they come late among those of others', async () => {
    const { time, pace } = await aProcess(store);
    const other = await aProcess();
    await takeTurns(other.pace, 10);
    time.onWait = async () => {
      time.current = NOON + 1000;
    };
    await takeTurns(pace, 3);
    const [first = 0, second = 0, third = 0] = time.waitedUntil;
    expect(first).toBeLessThan(NOON + 1000);
    expect([second >= NOON + 1000, third > second]).toEqual([true, true]);
  });

  it('pause for all processes when Discord asks for it, those taken before too', async () => {
    const { time, pace } = await aProcess(store);
    const other = await aProcess();
    time.onWait = async () => {
      time.onWait = undefined;
      await pace.backOff(CHANNEL, 4000);
    };
    await takeTurns(pace, 5);
    await takeTurns(other.pace, 1);
    expect(time.waitedUntil[0]).toBe(NOON);
    expect(Math.min(...time.waitedUntil.slice(1))).toBeGreaterThanOrEqual(NOON + 4000);
    expect(other.time.waitedUntil[0]).toBeGreaterThanOrEqual(NOON + 4000);
  });

  it('are not waited for when they are too far off', async () => {
    const { time, pace } = await aProcess(store);
    await pace.backOff(CHANNEL, 60_000);
    expect(await pace.turn(CHANNEL, never)).toEqual({ kind: 'later', at: NOON + 60_000 });
    expect(time.waitedUntil).toEqual([]);
  });

  it('are given up with the signal, and the next one is had all the same', async () => {
    const { pace } = await aProcess(store);
    await expect(pace.turn(CHANNEL, AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
    expect(await pace.turn(CHANNEL, never)).toEqual({ kind: 'now' });
  });
});
