import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { PartState } from '../ops/readiness.ts';
import { describeTrouble } from './describe-trouble.ts';
import type { Store } from './store.ts';
import { sweep } from './sweep.ts';

/** How often the store is swept, and looked at whether it works. Milliseconds. */
const EVERY_MS = 60_000;

export interface HousekeepingOptions {
  readonly store: Store;
  /** As sentences name it. */
  readonly shown: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly everyMs?: number;
}

/** Clears what has expired every minute, and knows by that how the store is. */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  readonly #timer: NodeJS.Timeout;
  #state: PartState = { kind: 'up' };
  #running: Promise<void>;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
    this.#running = this.#sweep();
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.#sweep());
    }, options.everyMs ?? EVERY_MS);
    this.#timer.unref();
  }

  state(): PartState {
    return this.#state;
  }

  /** Resolves when nothing is being swept any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #sweep(): Promise<void> {
    const { store, shown, clock, log } = this.#options;
    try {
      await sweep(store, clock.now());
      if (this.#state.kind !== 'up') log.info({}, `${shown} works again`);
      this.#state = { kind: 'up' };
    } catch (error) {
      const reason =
        describeTrouble(error, shown)?.message ?? (error instanceof Error ? error.message : String(error));
      if (this.#state.reason !== reason)
        log.error({ reason }, 'the store does not work; nothing new is remembered');
      this.#state = { kind: 'degraded', reason };
    }
  }
}
