import { beforeEach, expect, it } from 'vitest';
import type { Destination } from '../../../src/chat/destination.ts';
import { discordPace } from '../../../src/digest/pace/discord-pace.ts';
import type { Pace, Turn } from '../../../src/digest/pace/pace.ts';
import { waitNoLongerThan } from '../../../src/store/ahead.ts';
import type { Store } from '../../../src/store/store.ts';
import { describeEveryStore } from '../../support/every-store.ts';

const NOON = Date.UTC(2026, 10, 25, 12);
const CHANNEL: Destination = { platform: 'discord', workspace: 'G1', kind: 'channel', id: 'C1' };
const YEAR = 365 * 86_400_000;
const never = new AbortController().signal;

/** Time that stands still, for all processes; lets whoever waits go on at once. */
class StandingTime {
  current = NOON;
  now = (): number => this.current;
}

/** A process: notes until when it waits, and in how many parts it is told to share. */
class Sending {
  readonly waitedUntil: number[] = [];
  readonly told: number[] = [];
  readonly pace: Pace;
  /** Called before somebody goes on. */
  onWait: (() => Promise<void>) | undefined;

  constructor(store: Store, time: StandingTime) {
    const wait = async (milliseconds: number): Promise<void> => {
      this.waitedUntil.push(time.current + Math.max(0, milliseconds));
      await this.onWait?.();
    };
    const shareAmong = (processes: number) => void this.told.push(processes);
    this.pace = discordPace(store, time, { wait }, { shareAmong });
  }

  takeTurns(count: number): Promise<readonly Turn[]> {
    return Promise.all(Array.from({ length: count }, () => this.pace.turn(CHANNEL, never)));
  }

  /** From turn to turn, of the last so many. */
  gaps(last: number): readonly number[] {
    const at = this.waitedUntil.slice(-last - 1);
    return at.slice(1).map((turn, index) => Math.round((turn - (at[index] ?? 0)) * 10) / 10);
  }
}

describeEveryStore('turns within Discord’s common limit', (stores) => {
  let time: StandingTime;
  let one: Sending;

  beforeEach(async () => {
    time = new StandingTime();
    one = await aProcess();
  });

  const aProcess = async () => new Sending(await stores.open(), time);

  it('are 48 a second for one process, from the first', async () => {
    await one.takeTurns(200);
    expect(one.waitedUntil[0]).toBe(NOON);
    expect(new Set(one.gaps(199))).toEqual(new Set([20.7]));
    expect(one.told.at(-1)).toBe(1);
  });

  it('are as many for several together, each process having its part', async () => {
    const three = [one, await aProcess(), await aProcess()];
    for (const each of three) await each.takeTurns(1);
    time.current += 400;
    for (const each of three) await each.takeTurns(1);
    time.current += 400;
    for (const each of three) {
      await each.takeTurns(5);
      expect(each.told.at(-1)).toBe(3);
      expect(new Set(each.gaps(4))).toEqual(new Set([62.1]));
    }
  });

  it('begin for a newcomer when the others have seen it and a second is over', async () => {
    await one.takeTurns(1);
    const newcomer = await aProcess();
    await newcomer.takeTurns(2);
    expect(newcomer.waitedUntil[0]).toBe(NOON + 1750);
    time.current = NOON + 501;
    await one.takeTurns(1);
    expect([one.told.at(-1), newcomer.told.at(-1)]).toEqual([2, 2]);
  });

  it('are seen by one at least of two that come at the same time', async () => {
    const other = await aProcess();
    await Promise.all([one.takeTurns(1), other.takeTurns(1)]);
    expect(Math.max(one.waitedUntil[0] ?? 0, other.waitedUntil[0] ?? 0)).toBe(NOON + 1750);
  });

  it('are the others’ again three seconds after a process was last heard of', async () => {
    const other = await aProcess();
    await other.takeTurns(1);
    time.current += 2900;
    await one.takeTurns(1);
    expect(one.told).toEqual([2]);
    time.current += 501;
    await one.takeTurns(1);
    expect(one.told).toEqual([2, 1]);
    // Whoever was thought to be gone is a newcomer.
    await other.takeTurns(1);
    expect(other.waitedUntil.at(-1)).toBe(time.current + 1750);
  });

  it('come late without a loss when the process was held up', async () => {
    one.onWait = async () => {
      time.current = NOON + 300;
    };
    await one.takeTurns(10);
    expect(one.waitedUntil.slice(1)).toEqual(Array.from({ length: 9 }, () => NOON + 300));
  });

  it('are not saved up while nobody asks', async () => {
    await one.takeTurns(1);
    time.current += 10_000;
    await one.takeTurns(3);
    expect(one.gaps(2)).toEqual([20.7, 20.7]);
  });

  it('pause for all processes when Discord asks for it', async () => {
    const other = await aProcess();
    one.onWait = async () => {
      one.onWait = undefined;
      await one.pace.backOff(CHANNEL, 4000);
    };
    await one.takeTurns(5);
    await other.takeTurns(1);
    expect(one.waitedUntil[0]).toBe(NOON);
    expect(Math.min(...one.waitedUntil.slice(1))).toBe(NOON + 4000);
    expect(other.waitedUntil[0]).toBe(NOON + 4000);
  });

  it('are not waited for when they are too far off', async () => {
    await one.pace.backOff(CHANNEL, 60_000);
    expect(await one.pace.turn(CHANNEL, never)).toEqual({ kind: 'later', at: NOON + 60_000 });
    expect(one.waitedUntil).toEqual([]);
  });

  it('are had at once when a clock that was a year ahead is right again', async () => {
    const store = await stores.open();
    time.current = NOON + YEAR;
    const process = new Sending(store, time);
    await process.takeTurns(3);
    await process.pace.backOff(CHANNEL, 4000);
    time.current = NOON;
    await process.pace.turn(CHANNEL, never);
    await store.transaction((db) => waitNoLongerThan(db, NOON));
    time.current += 501;
    await process.takeTurns(2);
    expect(process.waitedUntil.slice(-2)).toEqual([NOON + 501, NOON + 521.7]);
  });

  it('are given up with the signal, and the next one is had all the same', async () => {
    const { pace } = one;
    await expect(pace.turn(CHANNEL, AbortSignal.abort(new Error('stopping')))).rejects.toThrow('stopping');
    expect(await pace.turn(CHANNEL, never)).toEqual({ kind: 'now', at: NOON });
  });
});
