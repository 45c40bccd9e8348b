import type { Clock } from '../../ops/clock.ts';
import type { Timers } from '../../ops/timers.ts';
import { freeFrom, holdBack, takeSlots } from '../../store/rate-slots.ts';
import type { Store } from '../../store/store.ts';
import type { Pace, Turn } from './pace.ts';

const KEY = 'discord';
/** Discord lets a bot make 50 requests a second; what digests leave of them is for answers. 48.3 a second. */
const GAP = 20.7;
/** Turns that a process takes at a time: half a second's, so that others wait no longer than that. */
const MOST_TURNS = 24;
/** Milliseconds: a turn not used for so long is over, so that no two processes use theirs at once. */
const STALE = 500;
/** Milliseconds: a longer rest is not waited for. */
const WAITED_FOR = 15_000;

/**
 * Discord's limit for a bot as a whole, shared by all processes. Those of channels are discord.js's business; that
 * turns taken late do not leave too close together is the courier's, who knows when a request leaves.
 */
export function discordPace(store: Store, clock: Clock, timers: Timers): Pace {
  const free: number[] = [];
  let wanted = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** @returns the instant of the next turn of this process, or undefined when it is too far off */
  async function nextTurn(): Promise<number | undefined> {
    while ((free[0] ?? Number.POSITIVE_INFINITY) < clock.now() - STALE) free.shift();
    if (free.length === 0) {
      const turns = Math.max(1, Math.min(MOST_TURNS, wanted));
      const wish = { key: KEY, now: clock.now(), gap: GAP, turns, horizon: WAITED_FOR };
      const slots = await store.transaction((db) => takeSlots(db, store.engine, wish));
      if ('takenUntil' in slots) return undefined;
      for (let turn = 0; turn < turns; turn++) free.push(slots.first + turn * GAP);
    }
    return free.shift();
  }

  async function takeTurn(signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    const turn = await nextTurn();
    if (turn === undefined) return { kind: 'later', at: (await freeFrom(store.db, KEY)) ?? clock.now() };
    await timers.wait(turn - clock.now(), signal);
    return { kind: 'now' };
  }

  return {
    turn(_destination, signal) {
      wanted++;
      // One after the other: turns are given in the order they are asked for.
      const turn = last.then(() => takeTurn(signal));
      last = turn.then(ignore, ignore).then(() => wanted--);
      return turn;
    },
    async backOff(_destination, milliseconds) {
      free.length = 0;
      await holdBack(store, KEY, clock.now() + milliseconds);
    },
  };
}

function ignore(): void {}
