import { setTimeout as sleep } from 'node:timers/promises';

/** The work that is going on: how much, and whether more is taken. */
export class Running {
  readonly #going = new Set<Promise<unknown>>();
  #open = true;

  get size(): number {
    return this.#going.size;
  }

  /** Whether new work is taken. */
  get open(): boolean {
    return this.#open;
  }

  /** Counts the work until it is done, whatever comes of it. */
  track(work: Promise<unknown>): void {
    const counted = work.finally(() => this.#going.delete(counted));
    counted.catch(() => undefined);
    this.#going.add(counted);
  }

  /** Takes no more work and waits for what is going on, at most so long. @returns what is still going on then */
  async finish(patienceMs: number): Promise<number> {
    this.#open = false;
    const patience = new AbortController();
    await Promise.race([
      Promise.allSettled([...this.#going]),
      sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    return this.#going.size;
  }
}
