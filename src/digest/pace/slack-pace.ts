import type { Destination } from '../../chat/destination.ts';
import type { Clock } from '../../ops/clock.ts';
import type { Timers } from '../../ops/timers.ts';
import { createBatch } from '../../store/batch.ts';
import { freeFrom, holdBack, type Slot, type SlotWish, takeSlot } from '../../store/rate-slots.ts';
import type { Store } from '../../store/store.ts';
import type { Pace, Turn } from './pace.ts';

/** A channel takes a message a second; a timer that is late for one is not for the next. */
const GAP = 1200;
/** Milliseconds: whoever has to wait longer for a turn makes room for others meanwhile. */
const WAITED_FOR = 15_000;
/** Milliseconds: so late a turn may be used. It leaves a second to the next one. */
const LEEWAY = 200;
/** Milliseconds: whoever has room already waits no longer than this for a turn in place of one that ran out. */
const WAITED_FOR_ANEW = 2 * GAP;

/** Slack's limits: a message a second in a channel, and what it asks for of a workspace. */
export function slackPace(store: Store, clock: Clock, timers: Timers): Pace {
  const takeTurn = createBatch((wishes: readonly SlotWish[]) =>
    store.transaction(async (db) => {
      const slots: Slot[] = [];
      // In an order that is everybody's: two processes must not wait for each other's rows.
      const order = [...wishes.keys()].sort((a, b) => compare(wishes[a]?.key, wishes[b]?.key));
      for (const at of order) {
        const wish = wishes[at];
        if (wish) slots[at] = await takeSlot(db, store.engine, wish);
      }
      return slots;
    }),
  );

  async function turnOf(
    destination: Destination,
    wish: Pick<SlotWish, 'horizon' | 'unused'>,
    signal: AbortSignal,
  ): Promise<Turn> {
    const now = clock.now();
    const held = await freeFrom(store.db, workspaceKey(destination));
    if (held !== undefined && held > now) return { kind: 'later', at: held };
    const key = `${workspaceKey(destination)}:${destination.id}`;
    const slot = await takeTurn({ key, now, gap: GAP, ...wish });
    if ('takenUntil' in slot) return { kind: 'later', at: slot.takenUntil };
    await timers.wait(slot.at - clock.now(), signal);
    return { kind: 'now', at: slot.at };
  }

  return {
    turn: (destination, signal) => turnOf(destination, { horizon: WAITED_FOR }, signal),
    async renew(destination, turn, signal) {
      if (clock.now() - turn.at <= LEEWAY) return turn;
      return turnOf(destination, { horizon: WAITED_FOR_ANEW, unused: turn.at }, signal);
    },
    backOff: (destination, milliseconds) =>
      holdBack(store, workspaceKey(destination), clock.now() + milliseconds),
  };
}

function workspaceKey({ workspace }: Destination): string {
  return `slack:${workspace}`;
}

function compare(one = '', other = ''): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
