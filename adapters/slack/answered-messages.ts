import type { Clock } from '../../src/ops/clock.ts';

/** The messages that answer one; undefined when nothing answers it. */
export type Answer = { readonly stamps: readonly string[] } | undefined;

/** A question changed within this time changes its answer: milliseconds. */
const EDITABLE = 5 * 60_000;
const MAX_KEPT = 5000;

/** Which of our messages answer which of people's, for as long as an edit may change them. */
export class AnsweredMessages {
  readonly #answers = new Map<string, { readonly at: number; readonly answer: Promise<Answer> }>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Answers a message, or changes its answer: one work after the other, so that an edit finds the answer that
   * was still on its way when it came.
   * @param work given the answer there is, while it may still be changed
   */
  change(message: string, work: (before: Answer) => Promise<Answer>): Promise<Answer> {
    const now = this.#clock.now();
    const kept = this.#answers.get(message);
    const before = kept && now - kept.at <= EDITABLE ? kept.answer : Promise.resolve(undefined);
    const answer = before.catch(() => undefined).then(work);
    this.#answers.delete(message);
    this.#answers.set(message, { at: kept?.at ?? now, answer });
    for (const [oldest, { at }] of this.#answers) {
      if (this.#answers.size <= MAX_KEPT && now - at <= EDITABLE) break;
      this.#answers.delete(oldest);
    }
    return answer;
  }

  /** Whether a message sent then may still be answered anew after an edit. */
  isFresh(stamp: string): boolean {
    return this.#clock.now() - Number.parseFloat(stamp) * 1000 <= EDITABLE;
  }
}
