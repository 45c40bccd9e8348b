import type { Destination } from './destination.ts';
import type { Reply } from './reply.ts';

/** One message of a digest, rendered for its platform: opaque to whoever carries it from `render` to `post`. */
export interface Parcel {
  /** The exact body the platform is sent, without its destination and key. */
  readonly body: object;
  /** What a reader sees, as text: all parcels' texts joined are the reply's plain text. */
  readonly text: string;
}

/**
 * Why a message could not be posted, or nobody knows whether it was. The words for each are in the digest's
 * wording; `detail` of an outcome is for the operator's log only.
 */
export type PostTrouble =
  /** The bot may not write there, or not see it. */
  | 'no-permission'
  /** The bot is not in the channel. */
  | 'not-in-channel'
  | 'channel-gone'
  | 'channel-archived'
  /** The person takes no DMs from the bot, or shares no server with it. */
  | 'no-direct-messages'
  /** The bot was taken out of the workspace or server, or its token there is no good any more. */
  | 'removed'
  | 'missing-scope'
  /** The platform refuses the message itself: a fault of ours. */
  | 'message-refused'
  | 'rate-limited'
  /** The platform's servers fail, cannot be reached, or answered too late. */
  | 'platform-down'
  /** The adapter is off, stopped or not connected yet. */
  | 'adapter-off';

/** What became of one post. */
export type PostOutcome =
  | { readonly kind: 'sent'; readonly message: string }
  /** Certainly not posted, and worth trying again; `afterMs` when the platform says how long to wait. */
  | {
      readonly kind: 'retry';
      readonly trouble: PostTrouble;
      readonly afterMs?: number;
      readonly detail?: string;
    }
  /** Certainly not posted, and never will be until somebody changes something. */
  | { readonly kind: 'refused'; readonly trouble: PostTrouble; readonly detail?: string }
  /** The request may have arrived: a time-out, a lost connection or a 5xx after it left. */
  | { readonly kind: 'uncertain'; readonly trouble: PostTrouble; readonly detail?: string };

/** What the platform says when asked whether a message of ours is there. */
export type Settlement =
  | { readonly kind: 'there'; readonly message: string }
  | { readonly kind: 'absent' }
  /** It cannot be asked (no history scope or permission): `final`; or not now: worth asking again. */
  | { readonly kind: 'unknown'; readonly final: boolean };

/** Carries scheduled messages to one platform. Each adapter brings one; it never retries and never throws. */
export interface Courier {
  readonly platform: Destination['platform'];
  /** The messages a reply becomes there, each within every limit of the platform; buttons are on the last. */
  render(reply: Reply, destination: Destination): readonly Parcel[];
  /**
   * Posts one parcel, once.
   * @param key names this parcel for ever: at most 25 characters of [a-z0-9.-]. It travels with the message, so
   *   that `find` can recognise it: Discord as enforced nonce and in a button's custom id, Slack as metadata
   * @param signal gives up waiting; the outcome then is uncertain if the request had left
   */
  post(destination: Destination, parcel: Parcel, key: string, signal: AbortSignal): Promise<PostOutcome>;
  /** So many processes send by this bot now, this one included: it keeps within its part of the limit of all. */
  shareAmong?(processes: number): void;
  /**
   * Asks the platform whether the parcel with this key was posted.
   * @param since epoch milliseconds of the first attempt: no older message needs looking at
   */
  find(destination: Destination, key: string, since: number, signal: AbortSignal): Promise<Settlement>;
}
