import type { Destination } from '../chat/destination.ts';
import type { SubscriptionId, WhenUnchanged } from '../chat/digest-intent.ts';
import type { Slug } from '../story/article.ts';
import type { Delivery } from './delivery.ts';
import type { LocalSchedule, Subscription } from './subscription.ts';

/** What makes a subscription; there is one for a destination, story and time. */
export interface SubscriptionTerms {
  /** `undefined`: every story. */
  readonly story: Slug | undefined;
  readonly schedule: LocalSchedule;
  readonly whenUnchanged: WhenUnchanged;
}

export type Added =
  | { readonly kind: 'added'; readonly subscription: Subscription }
  /** There is one for this destination, story and time: it stays as it was. */
  | { readonly kind: 'exists'; readonly subscription: Subscription };

export type Changed =
  | { readonly kind: 'changed'; readonly subscription: Subscription }
  /** Another one has this story and time there: nothing was changed. */
  | { readonly kind: 'exists'; readonly subscription: Subscription }
  /** It was to be moved while one is being sent: nothing was changed. */
  | { readonly kind: 'underway' }
  | { readonly kind: 'gone' };

/** What may be changed of a subscription. */
export interface SubscriptionChange extends Partial<SubscriptionTerms> {
  /** Where it is sent from now on; `owner` when it becomes somebody else's. */
  readonly to?: { readonly destination: Destination; readonly owner?: string };
}

/** What became of asking for today's digest at once. */
export type SentNow =
  /** It is on its way. */
  | 'queued'
  /** It was on its way already. */
  | 'underway'
  /** Today's was sent, or nobody knows: there is never a second one of a local date. */
  | 'already-sent'
  | 'gone';

/** The subscriptions that survive a restart. Whatever resolves has been written to the disk. */
export interface Subscriptions {
  /** @param now epoch milliseconds: the first digest is the first occurrence after it */
  add(terms: SubscriptionTerms & NewSubscription, now: number): Promise<Added>;
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  /** Those of one channel or person, in the order they were made. */
  at(destination: Destination): Promise<readonly Subscription[]>;
  /**
   * What is not given stays. Sent to another place, nobody there has been briefed yet; its ledger goes along, so that
   * no date has two, and what a failure had stopped goes on.
   */
  change(id: SubscriptionId, change: SubscriptionChange, now: number): Promise<Changed>;
  /** What was due and has not been begun is withdrawn. `undefined`: there is no such subscription. */
  pause(id: SubscriptionId, now: number): Promise<Subscription | undefined>;
  /** Also mends one that a failure stopped. The next digest is the first occurrence after now. */
  resume(id: SubscriptionId, now: number): Promise<Subscription | undefined>;
  /** Its ledger goes with it. False: there was none. */
  remove(id: SubscriptionId): Promise<boolean>;
  /** Sends the digest of today, by the zone of the subscription, without waiting for its time. */
  sendNow(id: SubscriptionId, now: number): Promise<SentNow>;
  /** The newest of its ledger, newest first. */
  deliveries(id: SubscriptionId, count: number): Promise<readonly Delivery[]>;
}

export interface NewSubscription {
  readonly destination: Destination;
  /** The person, as the platform names them. */
  readonly createdBy: string;
}
