import { setTimeout as delay } from 'node:timers/promises';
import type { Courier } from '../../../src/chat/courier.ts';
import type { Compose } from '../../../src/digest/content.ts';
import { DEFAULT_POLICY } from '../../../src/digest/delivery-policy.ts';
import type { Pace } from '../../../src/digest/pace/pace.ts';
import { startDigests } from '../../../src/digest/start-digests.ts';
import type { Attention } from '../../../src/ops/attention.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { noMetrics } from '../../../src/ops/metrics.ts';
import { systemTimers } from '../../../src/ops/timers.ts';
import type { Store } from '../../../src/store/store.ts';

export interface Delivering {
  readonly store: Store;
  readonly courier: Courier;
  readonly compose: Compose;
  readonly attention: Attention;
  readonly seconds: number;
  /** Whether the platform has no limits to keep. */
  readonly unlimited?: boolean;
}

const quiet = (): void => undefined;
const loud = (fields: object, message: string): void => console.error(message, fields);
const NOBODY_WAITS: Pace = { turn: async () => ({ kind: 'now', at: 0 }), backOff: async () => {} };

/** Runs a service's digests for some seconds. @returns how many were sent a second */
export async function deliverFor(delivering: Delivering): Promise<number> {
  const { store, courier, compose, attention, seconds, unlimited } = delivering;
  let sent = 0;
  const began = performance.now();
  const running = startDigests({
    store,
    couriers: [courier],
    compose,
    attention,
    notice: () => ({ tone: 'refusal', blocks: [], actions: [] }),
    policy: DEFAULT_POLICY,
    clock: systemClock,
    timers: systemTimers,
    log: { debug: quiet, info: quiet, warn: loud, error: loud },
    metrics: {
      ...noMetrics,
      delivered({ outcome }) {
        if (outcome === 'sent') sent++;
      },
    },
    ...(unlimited && { paceOf: () => NOBODY_WAITS }),
  });
  await delay(seconds * 1000);
  const rate = (sent / (performance.now() - began)) * 1000;
  await running.stop();
  return rate;
}
