/** Knows whether somebody who asked something waits for the answer, so that other work can stand back. */
export class Attention {
  #waiting = 0;
  readonly #standingBack = new Set<() => void>();

  /** Does what somebody waits for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    try {
      return await work();
    } finally {
      this.#waiting--;
      if (this.#waiting === 0) for (const goOn of [...this.#standingBack]) goOn();
    }
  }

  /** Resolves when nobody waits, and after so many milliseconds all the same: other work has to get on as well. */
  async quiet(atMost: number): Promise<void> {
    if (this.#waiting === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, atMost);
    this.#standingBack.add(resolve);
    await promise;
    clearTimeout(timer);
    this.#standingBack.delete(resolve);
  }
}
