/**
 * Runs work in order within a lane, lanes side by side: the parts of an answer stay in order, and a channel
 * that Slack makes wait holds up no other.
 */
export class Lanes {
  readonly #tails = new Map<string, Promise<unknown>>();

  /** Runs after whatever the lane was given before, however that ended. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(lane) ?? Promise.resolve();
    const result = before.then(work, work);
    const tail = result
      .catch(() => {})
      .then(() => {
        if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
      });
    this.#tails.set(lane, tail);
    return result;
  }
}
