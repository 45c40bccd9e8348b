/** Remembers the newest values by key, so many and no more. */
export class Recent<T> {
  readonly #most: number;
  readonly #values = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size <= this.#most) return;
    const [oldest] = this.#values.keys();
    if (oldest !== undefined) this.#values.delete(oldest);
  }

  /** Whether the key is new; from now on it is not. */
  isNew(key: string, value: T): boolean {
    if (this.#values.has(key)) return false;
    this.set(key, value);
    return true;
  }
}
