import { setImmediate as yieldTurn } from 'node:timers/promises';
import PQueue from 'p-queue';
import { claimDeliveries, type DeliveryRow, supersededDeliveries } from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { subscriptionsOf } from '../store/subscriptions.ts';
import { type Claimed, type DeliveryParts, deliver } from './deliver.ts';
import { readSubscription } from './subscription-rows.ts';

/** The deliveries of one platform, as this process works on them. */
export interface DeliveryLane {
  /** Takes up what is ready until nothing more is. @returns how many it took up */
  pass(): Promise<number>;
  /** Resolves when nothing is underway. */
  idle(): Promise<void>;
}

/** @param worker names this process among those that share the store */
export function createDeliveryLane(store: Store, worker: string, parts: DeliveryParts): DeliveryLane {
  const { courier, policy, clock, log, stopping } = parts;
  const { platform } = courier;
  const queue = new PQueue({ concurrency: policy.together });

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
    );
    const byId = new Map(subscriptions.map((row) => [row.id, readSubscription(row)]));
    return rows.flatMap((row) => {
      // Gone meanwhile, and its deliveries with it.
      const subscription = byId.get(row.subscription_id);
      return subscription ? [{ row, subscription, superseded: superseded.has(row.id) }] : [];
    });
  }

  async function work(claimed: Claimed): Promise<void> {
    // Between two deliveries whoever asks something is answered.
    await yieldTurn();
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
