import type { Courier } from '../../chat/courier.ts';
import type { Clock } from '../../ops/clock.ts';
import type { Timers } from '../../ops/timers.ts';
import type { Store } from '../../store/store.ts';
import type { Pace, Turn } from './pace.ts';
import { SharedLimit } from './shared-limit.ts';

const KEY = 'discord';
/** Discord lets a bot make 50 requests a second; what digests leave of them is for answers. 48.3 a second. */
const GAP = 20.7;
/** Milliseconds: time that a process was held up for is made up for so far back. */
const MADE_UP = 500;
/** Milliseconds: a longer rest is not waited for. */
const WAITED_FOR = 15_000;
/** Milliseconds, more than from one turn of a process to its next. */
const SPREAD = 10_000;

/**
 * Discord's limit for a bot as a whole: each of the processes that send takes an equal part of it. Turns of one process
 * are spread out here; that its requests keep within its part, however late they leave, is the courier's, who knows
 * when they do. Limits of channels are discord.js's business.
 */
export function discordPace(
  store: Store,
  clock: Clock,
  timers: Timers,
  courier: Pick<Courier, 'shareAmong'>,
): Pace {
  const limit = new SharedLimit(KEY, store, clock);
  /** The instant of the next turn. */
  let next = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function takeTurn(asked: number, signal: AbortSignal): Promise<Turn> {
    signal.throwIfAborted();
    await limit.lookUp();
    courier.shareAmong?.(limit.processes);
    const now = clock.now();
    // So far off it never is but by a clock that was set back since.
    if (next - now > WAITED_FOR + SPREAD) next = 0;
    const turn = Math.max(next, Math.min(asked, now), limit.freeFrom, now - MADE_UP);
    if (turn - now > WAITED_FOR) return { kind: 'later', at: turn };
    next = turn + GAP * limit.processes;
    await timers.wait(turn - now, signal);
    return { kind: 'now', at: turn };
  }

  return {
    turn(_destination, signal) {
      // One after the other: turns are given in the order they are asked for.
      const asked = clock.now();
      const turn = last.then(() => takeTurn(asked, signal));
      last = turn.catch(ignore);
      return turn;
    },
    backOff: (_destination, milliseconds) => limit.holdBack(milliseconds),
  };
}

function ignore(): void {}
