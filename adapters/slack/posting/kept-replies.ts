import { randomUUID } from 'node:crypto';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Clock } from '../../../src/ops/clock.ts';

/** A reply that somebody may want once more: to share it, to see the rest, to see it at all. */
export interface KeptReply {
  readonly reply: Reply;
  /** Parts already shown; those from here on are not. */
  readonly from: number;
  /** Where an answer goes that Slack did not confirm. */
  readonly thread?: string;
}

/** Remembers replies for a while. In memory here; several processes keep them in their store. */
export interface KeptReplies {
  keep(reply: KeptReply): Promise<string>;
  get(id: string): Promise<KeptReply | undefined>;
}

/** As long as the response_url lives that such a button is pressed with. */
const KEPT_FOR = 30 * 60_000;
const MAX_KEPT = 5000;

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

  async get(id: string): Promise<KeptReply | undefined> {
    const kept = this.#kept.get(id);
    return kept && this.#clock.now() - kept.at <= KEPT_FOR ? kept : undefined;
  }
}
