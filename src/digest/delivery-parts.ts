import type { Courier } from '../chat/courier.ts';
import type { Attention } from '../ops/attention.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import type { Compose } from './content.ts';
import type { DeliveryPolicy } from './delivery-policy.ts';
import type { DeliveryWriter } from './delivery-writer.ts';
import type { Pace } from './pace/pace.ts';
import type { Subscription } from './subscription.ts';

/** What delivering takes. */
export interface DeliveryParts {
  readonly courier: Courier;
  readonly compose: Compose;
  readonly pace: Pace;
  /** Runs what a crash would leave uncertain, when there is room for it. */
  readonly atRisk: <T>(work: () => Promise<T>) => Promise<T>;
  readonly write: DeliveryWriter;
  readonly policy: DeliveryPolicy;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'delivered'>;
  readonly attention: Pick<Attention, 'quiet'>;
  /** Begin nothing more. */
  readonly stopping: AbortSignal;
  /** Wait for nothing more. */
  readonly stopped: AbortSignal;
}

/** A delivery in the hands of this process. */
export interface Claimed {
  readonly row: DeliveryRow;
  readonly subscription: Subscription;
  /** A newer one of the same subscription is in the ledger. */
  readonly superseded: boolean;
}
