import type { PostTrouble } from '../chat/courier.ts';
import type { Destination } from '../chat/destination.ts';
import type { SubscriptionId, WhenUnchanged } from '../chat/digest-intent.ts';
import type { Slug } from '../story/article.ts';

/** When a digest is due, on the wall clock of its zone. */
export interface LocalSchedule {
  /** Minutes after midnight, 0 to 1439. */
  readonly minute: number;
  /** A bit a weekday, Monday 1, Tuesday 2 … Sunday 64; 1 to 127. */
  readonly weekdays: number;
  /** IANA name, known to Intl. */
  readonly zone: string;
  /** YYYY-MM-DD, sorted: local dates without a digest. */
  readonly quietDates: readonly string[];
}

/** A standing order for digests. */
export interface Subscription {
  readonly id: SubscriptionId;
  readonly destination: Destination;
  /** `undefined`: every story. */
  readonly story: Slug | undefined;
  readonly schedule: LocalSchedule;
  readonly whenUnchanged: WhenUnchanged;
  readonly status: SubscriptionStatus;
  /** Who made it, as the platform names them: told when it breaks, and may change it. */
  readonly createdBy: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Epoch milliseconds of the next occurrence; `undefined` when there is none or it is not active. */
  readonly nextDueAt: number | undefined;
  /** The newest local date that has its digest, sent or not: there is never a second one for it. */
  readonly lastLocalDate: string | undefined;
  /** Story versions this subscription's last digest was about, by slug: what "changed since" is reckoned from. */
  readonly briefed: ReadonlyMap<Slug, number>;
}

export type SubscriptionStatus =
  | { readonly kind: 'active' | 'paused' }
  /** Stopped by a failure that does not pass; its owner was told. */
  | { readonly kind: 'broken'; readonly trouble: PostTrouble };
