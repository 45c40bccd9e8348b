/** How often one person may ask: so many at once, and one more after each pause. */
export interface Pace {
  readonly atOnce: number;
  readonly pauseMs: number;
}

const PACE: Pace = { atOnce: 10, pauseMs: 2_000 };
const PEOPLE = 20_000;

/** Keeps each person to a pace, so that nobody keeps the bot from answering others. */
export class Cooldown {
  readonly #pace: Pace;
  /** When each person's last allowed request would have been used up, the longest ago first. */
  readonly #until = new Map<string, number>();

  constructor(pace: Pace = PACE) {
    this.#pace = pace;
  }

  /** Counts a request. @returns 0 when it may be answered, else the milliseconds until one may be */
  take(person: string, now: number): number {
    const { atOnce, pauseMs } = this.#pace;
    const known = this.#until.get(person) ?? 0;
    // More than is allowed can only have been used up by a clock that was set back since: it keeps nobody waiting.
    const before = known > now + atOnce * pauseMs ? 0 : known;
    const until = Math.max(now, before) + pauseMs;
    const mayAt = until - atOnce * pauseMs;
    if (mayAt > now) return mayAt - now;
    this.#until.delete(person);
    this.#until.set(person, until);
    if (this.#until.size > PEOPLE) {
      const [oldest] = this.#until.keys();
      if (oldest !== undefined) this.#until.delete(oldest);
    }
    return 0;
  }
}
