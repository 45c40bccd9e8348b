import type { Clock } from '../../ops/clock.ts';
import type { Timers } from '../../ops/timers.ts';
import { freeFrom, holdBack, takeSlots } from '../../store/rate-slots.ts';
import type { Store } from '../../store/store.ts';
import type { Pace, Turn } from './pace.ts';

const KEY = 'discord';
/** Discord lets a bot make 50 requests a second; what digests leave of them is for answers. 48.3 a second. */
const GAP = 20.7;
/**
 * Several processes do not see each other's requests leave, each of them late by as much as its database is: 44 a
 * second are fifty in any second still when some come an eighth of a second late.
 */
const GAP_AMONG_OTHERS = 22.5;
/** Turns that a process takes at a time: less than half a second's, so that others wait no longer than that. */
const MOST_TURNS = 20;
/** With no more left than these it takes the next ones: meanwhile the database may be slow. */
const FEW_TURNS = 10;
/** Milliseconds: a turn not used for so long is over. Nobody else uses the time that a lone process lost. */
const STALE = 500;
/** Where others have the next turns, those used late would come on top of theirs. */
const STALE_AMONG_OTHERS = 40;
/** Milliseconds: a longer rest is not waited for. */
const WAITED_FOR = 15_000;

/**
 * Discord's limit for a bot as a whole, shared by all processes, which take a few turns each from the database. Those
 * of channels are discord.js's business; that turns taken late do not leave too close together is the courier's, who
 * knows when a request leaves.
 */
export function discordPace(store: Store, clock: Clock, timers: Timers): Pace {
  /** Instants of this process's next turns. A new list when the platform asks to wait: what is on its way is void. */
  let turns: number[] = [];
  let wanted = 0;
  let end = 0;
  let amongOthers = false;
  let taking: Promise<void> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function take(): Promise<void> {
    const into = turns;
    const count = Math.max(1, Math.min(MOST_TURNS, wanted - into.length));
    const now = clock.now();
    const gap = amongOthers ? GAP_AMONG_OTHERS : GAP;
    const wish = { key: KEY, now, gap, turns: count, horizon: WAITED_FOR };
    const slots = await takeSlots(store.db, store.engine, wish);
    if ('takenUntil' in slots) return;
    amongOthers = slots.first > Math.max(end, now);
    end = slots.first + Math.ceil(count * gap);
    for (let turn = 0; turn < count; turn++) into.push(slots.first + turn * gap);
  }

  function takeMore(): Promise<void> {
    taking ??= take().finally(() => {
      taking = undefined;
    });
    return taking;
  }

  function dropStale(): void {
    const oldest = clock.now() - (amongOthers ? STALE_AMONG_OTHERS : STALE);
    while ((turns[0] ?? Number.POSITIVE_INFINITY) < oldest) turns.shift();
  }

  /** @returns the instant of the next turn of this process, or undefined when it is too far off */
  async function nextTurn(): Promise<number | undefined> {
    dropStale();
    if (turns.length === 0) await takeMore();
    const turn = turns.shift();
    // Whoever needs one of them finds out what went wrong.
    if (turns.length <= FEW_TURNS && wanted - 1 > turns.length) takeMore().catch(ignore);
    return turn;
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
      turns = [];
      await holdBack(store, KEY, clock.now() + milliseconds);
    },
  };
}

function ignore(): void {}
