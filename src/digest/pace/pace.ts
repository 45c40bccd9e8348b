import type { Destination } from '../../chat/courier.ts';

/** Whose turn it is: at once, or not before an instant (epoch milliseconds). */
export type Turn = { readonly kind: 'now' } | { readonly kind: 'later'; readonly at: number };

/** Keeps a platform's rate limits, together with all other processes. */
export interface Pace {
  /**
   * Waits for a turn to post one message, unless it is too far off to be waited for.
   * @throws the signal's reason when it is aborted meanwhile
   */
  turn(destination: Destination, signal: AbortSignal): Promise<Turn>;
  /** The platform said to wait. */
  backOff(destination: Destination, milliseconds: number): Promise<void>;
}
