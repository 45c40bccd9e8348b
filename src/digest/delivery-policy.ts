import type { Courier } from '../chat/courier.ts';
import type { Backoff } from './backoff.ts';

/** How hard deliveries are tried. Milliseconds. */
export interface DeliveryPolicy {
  /** How long after its time a digest may still be sent, and is tried. */
  readonly window: number;
  /** From when on it says that it is late. */
  readonly lateAfter: number;
  /** A claimed delivery is its holder's for so long since it was last heard of: longer than the longest post. */
  readonly lease: number;
  /** A post that takes longer is given up, and its outcome uncertain. */
  readonly postTimeout: number;
  /** After an uncertain post the platform is given so long before it is asked: the request may still be underway. */
  readonly settleAfter: number;
  readonly backoff: Backoff;
  /** Deliveries of a platform that a process works on at the same time. */
  readonly together: number;
  /**
   * Of those, how many may be on their way with nobody knowing whether they arrived: so many a crash of the process
   * leaves uncertain where the platform cannot be asked.
   */
  readonly atRisk: Readonly<Record<Courier['platform'], number>>;
}

export const DEFAULT_POLICY: DeliveryPolicy = {
  window: 6 * 3_600_000,
  lateAfter: 10 * 60_000,
  lease: 90_000,
  postTimeout: 20_000,
  settleAfter: 15_000,
  backoff: { first: 5_000, longest: 600_000 },
  together: 50,
  // Discord can always be asked. Eight, of a fifth of a second each, are forty messages a second of Slack.
  atRisk: { discord: 50, slack: 8 },
};
