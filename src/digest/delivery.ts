import type { PostTrouble } from '../chat/courier.ts';
import type { SubscriptionId } from '../chat/digest-intent.ts';

/** The ledger's row of one occurrence, (subscription, local date): there is never a second one. */
export interface Delivery {
  readonly id: string;
  readonly subscription: SubscriptionId;
  /** YYYY-MM-DD in the subscription's zone. */
  readonly localDate: string;
  /** Epoch milliseconds when it was due. */
  readonly occurrenceAt: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Why it is as it is; `undefined` for one sent on time. */
  readonly reason: DeliveryReason | undefined;
  /** What went wrong last, if anything did; also when the reason is another. */
  readonly trouble: PostTrouble | undefined;
  /** Sent after its time by more than some minutes, or by hand. */
  readonly late: boolean;
  /** The platform's ids of the messages posted so far, in order. */
  readonly messages: readonly string[];
  /** Epoch milliseconds. */
  readonly finishedAt: number | undefined;
}

export type DeliveryState =
  | 'due'
  | 'claimed'
  | 'sending'
  | 'sent'
  | 'skipped'
  | 'missed'
  | 'failed'
  | 'uncertain';

/** Why a digest came late, or did not come: a closed set, each with a sentence in the digests' wording. */
export type DeliveryReason =
  | PostTrouble
  /** Nothing in the story changed, and the subscription wants silence then. */
  | 'unchanged'
  | 'no-story'
  /** The service was not running at the time, and came back within the window: sent late. */
  | 'caught-up'
  /** The service came back too late, or a newer one was due. */
  | 'downtime'
  /** It was tried until its window had passed. */
  | 'gave-up'
  /** Paused or removed between being due and being sent. */
  | 'withdrawn'
  | 'sent-by-hand';
