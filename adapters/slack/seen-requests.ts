import type { Clock } from '../../src/ops/clock.ts';

/**
 * Which requests of Slack's were taken on already. Slack sends an event again when it is not sure we have it:
 * up to three times at once, and for a day where delayed events are on.
 */
export interface SeenRequests {
  /** Whether nobody claimed this id before; whoever gets `true` does the work. */
  claim(id: string): Promise<boolean>;
}

const KEPT_FOR = 24 * 3_600_000;
/** About 12 MB of ids: an hour at the 30,000 events a workspace may send in it, three times over. */
const MAX_KEPT = 100_000;

/** The requests this process has seen; several processes share them in their store. */
export class MemorySeenRequests implements SeenRequests {
  readonly #seen = new Map<string, number>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async claim(id: string): Promise<boolean> {
    const now = this.#clock.now();
    const before = this.#seen.get(id);
    if (before !== undefined && now - before < KEPT_FOR) return false;
    this.#seen.delete(id);
    this.#seen.set(id, now);
    for (const [oldest, at] of this.#seen) {
      if (this.#seen.size <= MAX_KEPT && now - at < KEPT_FOR) break;
      this.#seen.delete(oldest);
    }
    return true;
  }
}
