/** Remembers values by key, so many and no more: the one used longest ago goes first. */
export class Recent<Key, Value> {
  readonly #most: number;
  /** In order of use, the longest unused first. */
  readonly #kept = new Map<Key, Value>();

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept for a key; looking is no use of it. */
  get(key: Key): Value | undefined {
    return this.#kept.get(key);
  }

  set(key: Key, value: Value): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** What is kept for a key, or what is made for it now: made once, for as long as it is kept. */
  take(key: Key, make: () => Value): Value {
    const value = this.#kept.get(key) ?? make();
    this.set(key, value);
    return value;
  }

  /** Whether the key is new; from now on it is not. */
  isNew(key: Key, value: Value): boolean {
    if (this.#kept.has(key)) return false;
    this.set(key, value);
    return true;
  }

  /** Forgets what is kept for a key. */
  drop(key: Key): void {
    this.#kept.delete(key);
  }
}
