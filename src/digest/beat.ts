import type { Courier } from '../chat/courier.ts';
import type { Attention } from '../ops/attention.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import { missDeliveries, pruneDeliveries } from '../store/deliveries.ts';
import { waitingIn } from '../store/ledger.ts';
import { pruneSlots } from '../store/rate-slots.ts';
import type { Store } from '../store/store.ts';
import { enqueueDue, refreshZones } from './enqueue-due.ts';
import { takeBackAhead } from './take-back-ahead.ts';

export interface BeatParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly metrics: Pick<Metrics, 'ticked' | 'queued'>;
  readonly attention: Pick<Attention, 'quiet'>;
  readonly log: Pick<Log, 'warn'>;
  /** Milliseconds: what was due longer ago is missed. */
  readonly window: number;
  /** The platforms that this process sends to. */
  readonly platforms: readonly Courier['platform'][];
}

const HOUR = 3_600_000;
/** How long the ledger remembers: `why` has nothing to say of older ones. */
const REMEMBERED = 90 * 24 * HOUR;
const PRUNED_TOGETHER = 500;
const CLOCK_WAS_AHEAD = 'the clock had been ahead: what was taken for past is due at its time again';

/** One beat of the schedule; harmless at any time, as often as one likes, in any number of processes. */
export type Beat = () => Promise<void>;

/** What the schedule does every minute. @param entered is called when digests have become due */
export function createBeat(parts: BeatParts, entered: () => void): Beat {
  const { store, clock, metrics, attention, log, window, platforms } = parts;
  let zonesAreFresh = false;
  let prunedAt = Number.NEGATIVE_INFINITY;
  let beatAt = Number.NEGATIVE_INFINITY;
  let steadySince = 0;
  const others = (['discord', 'slack'] as const).filter((platform) => !platforms.includes(platform));

  return async () => {
    const began = performance.now();
    const now = clock.now();
    if (now < beatAt || now - beatAt > HOUR) steadySince = now;
    beatAt = now;
    const takenBack = await takeBackAhead(store, now);
    if (takenBack > 0) log.warn({ subscriptions: takenBack }, CLOCK_WAS_AHEAD);
    if (!zonesAreFresh) {
      await refreshZones(store, now);
      zonesAreFresh = true;
    }
    const count = await enqueueDue(store, now, window, attention);
    if (count > 0) entered();
    if (platforms.length > 0) await missDeliveries(store.db, platforms, now - window, 'downtime', now);
    if (others.length > 0) await missDeliveries(store.db, others, now - window, 'adapter-off', now);
    // A clock that jumped may be wrong: for an hour nothing is forgotten by it.
    if (now - steadySince >= HOUR && Math.abs(now - prunedAt) >= HOUR) {
      prunedAt = now;
      await pruneSlots(store.db, now - HOUR);
      while ((await pruneDeliveries(store.db, now - REMEMBERED, PRUNED_TOGETHER)) === PRUNED_TOGETHER);
    }
    const { waiting, oldest = now } = await waitingIn(store.db, now);
    metrics.queued({ waiting, oldestSeconds: (now - oldest) / 1000 });
    metrics.ticked({ at: now, seconds: (performance.now() - began) / 1000 });
  };
}
