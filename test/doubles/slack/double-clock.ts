/** What time it is, in epoch milliseconds. */
export interface DoubleClock {
  now(): number;
}

/** A clock that stands still until it is moved, so that expiry is tested without waiting. */
export class ManualClock implements DoubleClock {
  #now: number;

  constructor(start = Date.UTC(2026, 10, 23, 9, 0, 0)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Moves the clock by so many milliseconds, backwards when negative. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
