import { systemTimers, type Timers } from '../../../src/ops/timers.ts';

/** Discord takes 50 requests of a bot in any second [topics/rate-limits]. */
const REQUESTS = 50;
const WINDOW_MS = 1000;
/** On top of what is known of a request's travel. */
const SPARE_MS = 15;
/** A request that people wait for: nothing is known of its travel. */
const TRAVEL_MS = 30;
/** What is not answered for so long has arrived long ago, or never will. */
const LOST_MS = 5000;
/** How fast what is remembered of the shortest travel grows, a request: networks become slower as well. */
const FORGOTTEN_MS = 0.02;
/** Those of interactions do not count. */
const EXEMPT = /\/(?:interactions|webhooks)\//;

/** Time as the share needs it: a clock that never jumps, in milliseconds, and waiting. */
export interface ShareTime extends Timers {
  now(): number;
}

const systemTime: ShareTime = { now: () => performance.now(), wait: systemTimers.wait };

/**
 * Shares the bot's requests of a second: what people wait for goes out at once, digests take the rest. Discord
 * counts when a request arrives, which nobody here knows: it may lie about on either side. But by its answer it has
 * arrived, and no request travels faster than the fastest did: so it counts for a second from its answer, less the
 * shortest time that any took. A process that is held up sends fewer, and never too many at once.
 * Where several processes share a bot, each keeps to its part.
 */
export class GlobalShare {
  readonly #whole: number;
  #most: number;
  readonly #windowMs: number;
  readonly #time: ShareTime;
  /** What counts yet, and until when. */
  #counted: { until: number }[] = [];
  #shortest = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #onAnswer: (() => void) | undefined;

  constructor(most = REQUESTS, windowMs = WINDOW_MS, time = systemTime) {
    this.#whole = most;
    this.#most = most;
    this.#windowMs = windowMs;
    this.#time = time;
  }

  /** Keeps to this process's part of what so many make together. */
  among(processes: number): void {
    this.#most = Math.max(1, Math.floor(this.#whole / processes));
  }

  /** Counts a request that goes out whatever this says. */
  note(url: string): void {
    if (!EXEMPT.test(url)) this.#counted.push({ until: this.#time.now() + this.#windowMs + TRAVEL_MS });
  }

  /**
   * Makes a digest's request when it may go out, and counts it; first come, first served.
   * @throws {Error} when the signal gives up first, and whatever the request throws
   */
  async send<T>(signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(() => this.#wait(signal));
    this.#turn = mine.catch(() => undefined);
    const answered = await mine;
    try {
      return await request();
    } finally {
      answered();
    }
  }

  /** @returns what is to be told of the answer */
  async #wait(signal: AbortSignal): Promise<() => void> {
    for (;;) {
      signal.throwIfAborted();
      const now = this.#time.now();
      this.#counted = this.#counted.filter(({ until }) => until > now);
      if (this.#counted.length < this.#most) return this.#leave(now);
      const ends = this.#counted.map(({ until }) => until).sort((a, b) => a - b);
      await this.#answerWithin((ends[ends.length - this.#most] ?? now) - now, signal);
    }
  }

  #leave(left: number): () => void {
    const request = { until: left + LOST_MS };
    this.#counted.push(request);
    return () => {
      const now = this.#time.now();
      this.#shortest = Math.min(now - left, this.#shortest + FORGOTTEN_MS);
      request.until = now + this.#windowMs + SPARE_MS - this.#shortest;
      this.#onAnswer?.();
    };
  }

  /** Waits so long, or until a request is answered. */
  async #answerWithin(milliseconds: number, signal: AbortSignal): Promise<void> {
    const heard = new AbortController();
    this.#onAnswer = () => heard.abort();
    const giveUp = () => heard.abort();
    signal.addEventListener('abort', giveUp);
    try {
      await this.#time.wait(Math.ceil(milliseconds), heard.signal).catch(() => undefined);
    } finally {
      signal.removeEventListener('abort', giveUp);
      this.#onAnswer = undefined;
    }
  }
}
