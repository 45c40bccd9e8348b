import type { DoubleClock } from './double-clock.ts';

/** A thing that may be used a number of times for a while: trigger_id, response_url, OAuth code, socket ticket. */
export class OneTimeKeys<Meaning> {
  readonly #keys = new Map<string, { readonly meaning: Meaning; readonly until: number; left: number }>();
  readonly #clock: DoubleClock;
  readonly #prefix: string;
  readonly #lifetime: number;
  readonly #uses: number;
  #counter = 0;

  constructor(clock: DoubleClock, options: { prefix: string; lifetime: number; uses: number }) {
    this.#clock = clock;
    this.#prefix = options.prefix;
    this.#lifetime = options.lifetime;
    this.#uses = options.uses;
  }

  issue(meaning: Meaning): string {
    this.#counter += 1;
    const key = `${this.#prefix}${this.#counter}`;
    this.#keys.set(key, { meaning, until: this.#clock.now() + this.#lifetime, left: this.#uses });
    return key;
  }

  /** Uses a key once: its meaning, or why it can be used no more. */
  use(key: string): { readonly meaning: Meaning } | { readonly refused: 'unknown' | 'used' | 'expired' } {
    const known = this.#keys.get(key);
    if (!known) return { refused: 'unknown' };
    if (known.left === 0) return { refused: 'used' };
    if (this.#clock.now() > known.until) return { refused: 'expired' };
    known.left -= 1;
    return { meaning: known.meaning };
  }
}
