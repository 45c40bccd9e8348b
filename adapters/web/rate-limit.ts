import type { Rate } from './limits.ts';

interface Bucket {
  readonly tokens: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Clients remembered; the longest unseen is forgotten, which at worst lets it ask anew. */
const CLIENTS = 10_000;

/** A token bucket for each client. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes a token; @returns how many whole seconds to wait for one, 0 when it was there. */
  take(client: string, now: number): number {
    const { burst, perSecond } = this.#rate;
    const before = this.#buckets.get(client) ?? { tokens: burst, at: now };
    const grown = before.tokens + (Math.max(0, now - before.at) / 1000) * perSecond;
    const tokens = Math.min(burst, grown);
    const allowed = tokens >= 1;
    this.#buckets.delete(client);
    this.#buckets.set(client, { tokens: allowed ? tokens - 1 : tokens, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > CLIENTS && oldest !== undefined) this.#buckets.delete(oldest);
    return allowed ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
}
