/** Keeps what was made for the last few keys that were asked for, so that it is made once. */
export class Recent<Key, Value> {
  readonly #most: number;
  /** The one asked for longest ago first. */
  readonly #kept = new Map<Key, Value>();

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept for a key, or what is made for it now. */
  take(key: Key, make: () => Value): Value {
    const kept = this.#kept.get(key);
    const value = kept === undefined ? make() : kept;
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }

  /** Forgets what is kept for a key. */
  drop(key: Key): void {
    this.#kept.delete(key);
  }
}
