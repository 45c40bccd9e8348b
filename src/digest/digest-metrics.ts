import type { Destination } from '../chat/courier.ts';
import type { DeliveryReason, DeliveryState } from './delivery.ts';

/** What the digests tell whoever counts. */
export interface DigestMetrics {
  /** A delivery came to its end. @param lagMs from its time to now */
  ended(delivery: {
    readonly platform: Destination['platform'];
    readonly state: Extract<DeliveryState, 'sent' | 'skipped' | 'missed' | 'failed' | 'uncertain'>;
    readonly reason: DeliveryReason | undefined;
    readonly lagMs: number;
  }): void;
  /** A try that did not bring it to an end. */
  retried(platform: Destination['platform']): void;
  /** How much waits to be sent, and how long the oldest of it has. */
  queue(platform: Destination['platform'], waiting: number, oldestMs: number): void;
  /** A beat of the schedule: how long it took, and how many digests became due. */
  beat(tookMs: number, entered: number): void;
  /** A beat that failed: nothing is lost, the next one does its work. */
  beatFailed(): void;
}

export const uncounted: DigestMetrics = {
  ended() {},
  retried() {},
  queue() {},
  beat() {},
  beatFailed() {},
};
