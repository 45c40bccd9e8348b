import { randomUUID } from 'node:crypto';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Clock } from '../../../src/ops/clock.ts';

/** A reply that somebody may want once more: to share it, to see the rest, to see it at all. */
export interface KeptReply {
  readonly reply: Reply;
  /** The first part that was not shown yet. */
  readonly from: number;
  /** How it was on its way; by a button's own address when it came by one. */
  readonly way: Way;
}

export type Way =
  | { readonly kind: 'channel'; readonly thread?: string }
  | { readonly kind: 'address'; readonly public: boolean };

/** Remembers replies for a while. In memory here; several processes keep them in their store. */
export interface KeptReplies {
  keep(reply: KeptReply): Promise<string>;
  /** Gives it out once: a button pressed twice does not say it twice. */
  take(id: string): Promise<KeptReply | undefined>;
}

/** As long as the response_url lives that such a button is pressed with: milliseconds. */
const KEPT_FOR = 30 * 60_000;
const MAX_KEPT = 2000;

/** The replies of this process, the oldest forgotten first. */
export class MemoryKeptReplies implements KeptReplies {
  readonly #kept = new Map<string, KeptReply & { readonly at: number }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async keep(reply: KeptReply): Promise<string> {
    const id = randomUUID();
    this.#kept.set(id, { ...reply, at: this.#clock.now() });
    for (const [oldest, { at }] of this.#kept) {
      if (this.#kept.size <= MAX_KEPT && this.#clock.now() - at <= KEPT_FOR) break;
      this.#kept.delete(oldest);
    }
    return id;
  }

  async take(id: string): Promise<KeptReply | undefined> {
    const kept = this.#kept.get(id);
    this.#kept.delete(id);
    return kept && this.#clock.now() - kept.at <= KEPT_FOR ? kept : undefined;
  }
}
