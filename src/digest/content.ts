import type { Reply } from '../chat/reply.ts';
import type { Slug } from '../story/article.ts';
import type { Subscription } from './subscription.ts';

/** Which digest of a subscription is to be written. */
export interface Occasion {
  /** YYYY-MM-DD in the subscription's zone. */
  readonly localDate: string;
  /** Epoch milliseconds when it was due. */
  readonly occurrenceAt: number;
  /** It comes late enough for the message to say so. */
  readonly late: boolean;
  /**
   * Part of it was posted already: the story versions that part was about, which the rest is to be about too,
   * so that the parts fit each other.
   */
  readonly begun?: ReadonlyMap<Slug, number>;
}

/** What a digest says, or why there is nothing to say. */
export type DigestContent =
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      /** The story versions it was written from. */
      readonly versions: ReadonlyMap<Slug, number>;
      /** Those of them that its readers know from now on: what the next one's changes are reckoned from. */
      readonly told: ReadonlyMap<Slug, number>;
    }
  | { readonly kind: 'skip'; readonly reason: 'unchanged' | 'no-story' };

/** Writes a subscription's digest: the brief of what it was not briefed on yet, else what changed since its last. */
export type Compose = (subscription: Subscription, occasion: Occasion) => Promise<DigestContent>;
