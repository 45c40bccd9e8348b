import { setImmediate as yieldTurn } from 'node:timers/promises';
import PQueue from 'p-queue';
import { claimDeliveries, type DeliveryRow, supersededDeliveries } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { deliver } from './deliver.ts';
import type { Claimed, DeliveryParts } from './delivery-parts.ts';
import { readSubscription } from './subscription-rows.ts';

/** Milliseconds of work on deliveries before others have a turn; and how long they may take it at most. */
const AT_A_STRETCH = 5;
const STANDS_BACK = 50;

/** The deliveries of one platform, as this process works on them. */
export interface DeliveryLane {
  /** Takes up what is ready until nothing more is. @returns how many it took up */
  pass(): Promise<number>;
  /** Resolves when nothing is underway. */
  idle(): Promise<void>;
}

/** @param worker names this process among those that share the store */
export function createDeliveryLane(
  store: Store,
  worker: string,
  means: Omit<DeliveryParts, 'atRisk'>,
): DeliveryLane {
  const { courier, policy, clock, log, attention, stopping } = means;
  const { platform } = courier;
  const queue = new PQueue({ concurrency: policy.together });
  const posting = new PQueue({ concurrency: policy.atRisk[platform] });
  const parts: DeliveryParts = { ...means, atRisk: (work) => posting.add(work) };
  let door: Promise<unknown> = Promise.resolve();
  let openedAt = Number.NEGATIVE_INFINITY;

  /** One after the other, and some milliseconds of them at a time: then whoever asks something is answered. */
  function passDoor(): Promise<unknown> {
    door = door.then(async () => {
      if (performance.now() - openedAt < AT_A_STRETCH) return;
      await yieldTurn();
      await attention.quiet(STANDS_BACK);
      openedAt = performance.now();
    });
    return door;
  }

  async function claim(most: number): Promise<readonly Claimed[]> {
    const now = clock.now();
    const rows = await store.transaction((db) =>
      claimDeliveries(db, store.engine, { platform, worker, now, leaseUntil: now + policy.lease, most }),
    );
    if (rows.length === 0) return [];
    const subscriptions = await subscriptionsOf(store.db, [
      ...new Set(rows.map((row) => row.subscription_id)),
    ]);
    const superseded = await supersededDeliveries(
      store.db,
      rows.map(({ id }) => id),
      now,
    );
    const byId = new Map(subscriptions.map((row) => [row.id, readSubscription(row)]));
    return rows.flatMap((row) => {
      // Gone meanwhile, and its deliveries with it.
      const subscription = byId.get(row.subscription_id);
      return subscription ? [{ row, subscription, superseded: superseded.has(row.id) }] : [];
    });
  }

  async function work(claimed: Claimed): Promise<void> {
    await passDoor();
    if (stopping.aborted && claimed.row.posting === null) return await giveBack(claimed.row);
    try {
      await deliver(claimed, parts);
    } catch (error) {
      // A fault of ours or of the store: its lease runs out, and somebody takes it up again.
      log.error({ delivery: claimed.row.id, fault: String(error) }, 'a delivery broke off');
    }
  }

  async function giveBack(row: DeliveryRow): Promise<void> {
    await parts.write({ row: { ...row, state: 'due', lease_until: null } });
  }

  return {
    async pass() {
      let taken = 0;
      while (!stopping.aborted) {
        // Some more than are worked on, so that nobody waits for the store; not many more, for others' sake.
        await queue.onSizeLessThan(policy.together);
        const claimed = await claim(policy.together);
        taken += claimed.length;
        for (const one of claimed) void queue.add(() => work(one));
        if (claimed.length === 0) break;
      }
      return taken;
    },
    idle: () => queue.onIdle(),
  };
}
