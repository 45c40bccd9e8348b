import { setTimeout as sleep } from 'node:timers/promises';

/** Discord takes 50 requests a second of a bot [topics/rate-limits]; some more time leaves room for uneven travel. */
const REQUESTS = 50;
const WINDOW_MS = 1_030;
/** Those of interactions do not count. */
const EXEMPT = /\/(?:interactions|webhooks)\//;

/**
 * Shares the bot's requests of a second: what people wait for goes out at once, digests take the rest. Kept a
 * process; where several share a bot, their digests are paced by the database as well.
 */
export class GlobalShare {
  readonly #most: number;
  readonly #windowMs: number;
  /** When the last requests left, oldest first, on a clock that never jumps. */
  #left: number[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(most = REQUESTS, windowMs = WINDOW_MS) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Counts a request that goes out whatever this says. */
  note(url: string): void {
    if (!EXEMPT.test(url)) this.#left.push(performance.now());
  }

  /**
   * Waits until a digest's request may go out, and counts it; first come, first served.
   * @throws {Error} when the signal gives up first
   */
  turn(signal: AbortSignal): Promise<void> {
    const mine = this.#turn.then(() => this.#wait(signal));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #wait(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const now = performance.now();
      this.#left = this.#left.filter((at) => now - at < this.#windowMs);
      const blocking = this.#left[this.#left.length - this.#most];
      if (blocking === undefined) break;
      await sleep(Math.ceil(blocking + this.#windowMs - now), undefined, { signal });
    }
    this.#left.push(performance.now());
  }
}
