import type { Destination } from '../../chat/destination.ts';

/** A turn that has come. */
export interface TurnNow {
  readonly kind: 'now';
  /** Its instant, epoch milliseconds. */
  readonly at: number;
}

/** Whose turn it is: at once, or not before an instant (epoch milliseconds). */
export type Turn = TurnNow | { readonly kind: 'later'; readonly at: number };

/** Keeps a platform's rate limits, together with all other processes. */
export interface Pace {
  /**
   * Waits for a turn to post one message, unless it is too far off to be waited for.
   * @throws the signal's reason when it is aborted meanwhile
   */
  turn(destination: Destination, signal: AbortSignal): Promise<Turn>;
  /**
   * Asked just before posting: a turn that waited for something else may be over, and then is had anew. Not there
   * where turns do not run out. The wait is short, for others wait meanwhile.
   * @throws the signal's reason when it is aborted meanwhile
   */
  renew?(destination: Destination, turn: TurnNow, signal: AbortSignal): Promise<Turn>;
  /** The platform said to wait. */
  backOff(destination: Destination, milliseconds: number): Promise<void>;
}
