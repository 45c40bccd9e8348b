import type { Clock } from '../../src/ops/clock.ts';

/** The messages that answered one. */
export interface Answered {
  readonly stamps: readonly string[];
}

/** A question changed within this time changes its answer: milliseconds. */
const EDITABLE = 5 * 60_000;
const MAX_KEPT = 5000;

/** Which of our messages answer which of people's, for as long as an edit may change them. */
export class AnsweredMessages {
  readonly #answers = new Map<string, { readonly at: number; readonly answer: Promise<Answered> }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Remembers an answer, also while it is still being sent: an edit then waits for it. */
  remember(message: string, answer: Promise<Answered>): void {
    const at = this.#answers.get(message)?.at ?? this.#clock.now();
    this.#answers.delete(message);
    this.#answers.set(message, { at, answer });
    for (const [oldest, kept] of this.#answers) {
      if (this.#answers.size <= MAX_KEPT && this.#clock.now() - kept.at <= EDITABLE) break;
      this.#answers.delete(oldest);
    }
  }

  /** The answer to a message, while it may still be changed. */
  async find(message: string): Promise<Answered | undefined> {
    const kept = this.#answers.get(message);
    return kept && this.#clock.now() - kept.at <= EDITABLE ? kept.answer : undefined;
  }

  /** Whether a message sent then may still be answered anew after an edit. */
  isFresh(stamp: string): boolean {
    return this.#clock.now() - Number.parseFloat(stamp) * 1000 <= EDITABLE;
  }
}
