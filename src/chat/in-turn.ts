/**
 * Does work of the same key one after the other, in the order it came, and work of different keys at once: a
 * follow-up finds the answer it follows, also when it was sent before that was there.
 */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as the work does. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const done = before.then(work, work);
    this.#last.set(key, done);
    const tidy = () => {
      if (this.#last.get(key) === done) this.#last.delete(key);
    };
    done.then(tidy, tidy);
    return done;
  }
}
