import type { PostTrouble } from '../chat/courier.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import { waitBefore } from './backoff.ts';
import type { DeliveryReason, DeliveryState } from './delivery.ts';
import { DeliveryFacts } from './delivery-facts.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { readMessages } from './delivery-rows.ts';
import type { Progress } from './delivery-writer.ts';

/**
 * A delivery's row of the ledger in the hands of the process that claimed it: what is noted is written with the next
 * write, and nothing is written once the row is somebody else's.
 */
export class LedgerEntry {
  #row: DeliveryRow;
  readonly #parts: DeliveryParts;

  constructor(row: DeliveryRow, parts: DeliveryParts) {
    this.#row = row;
    this.#parts = parts;
  }

  get row(): DeliveryRow {
    return this.#row;
  }

  /** What the row says now. */
  get facts(): DeliveryFacts {
    return new DeliveryFacts(this.#row, this.#now(), this.#parts.policy);
  }

  /** The platform's ids of the messages that arrived, in order. */
  get messages(): readonly string[] {
    return readMessages(this.#row);
  }

  /** What a message of the delivery, counted from 0, is called on the platform. */
  key(part: number): string {
    return `${this.#row.nonce}.${part}`;
  }

  note(change: Partial<DeliveryRow>): void {
    this.#row = { ...this.#row, ...change };
  }

  /** Notes that the message that was on its way arrived. */
  noteArrived(message: string): void {
    this.note({ posting: null, messages: JSON.stringify([...this.messages, message]) });
  }

  /** @returns whether it was still ours to write */
  write(means: Omit<Progress, 'row'> = {}): Promise<boolean> {
    return this.#parts.write({ row: this.#row, ...means });
  }

  /** Gives it back, to be tried again after a wait that grows with the attempts. @param afterMs no sooner than that */
  async again(attempts: number, trouble: PostTrouble, afterMs?: number): Promise<void> {
    this.note({ attempts });
    await this.release(this.#now() + waitBefore(this.#parts.policy.backoff, attempts, afterMs), trouble);
  }

  /** Gives it back, not to be taken up before an instant. */
  async release(runAt: number, trouble?: PostTrouble): Promise<void> {
    this.note({
      state: 'due',
      run_at: runAt,
      lease_until: null,
      ...(trouble === undefined ? {} : { trouble }),
      ...(trouble === undefined || this.facts.isByHand ? {} : { reason: trouble }),
    });
    await this.write();
  }

  /** Brings it to an end, and tells metrics and operator. @returns true */
  async end(
    state: Extract<DeliveryState, 'sent' | 'skipped' | 'missed' | 'failed' | 'uncertain'>,
    reason: DeliveryReason | undefined,
    also: Omit<Progress, 'row'> & { readonly detail?: string | undefined } = {},
  ): Promise<true> {
    const now = this.#now();
    this.note({
      state,
      reason: reason ?? null,
      late: state === 'sent' && (this.facts.isLate || this.facts.isByHand) ? 1 : 0,
      lease_until: null,
      finished_at: now,
      ...(also.detail === undefined ? {} : { detail: also.detail }),
    });
    const { detail: _, ...means } = also;
    if (await this.write(means)) {
      this.#parts.metrics.delivered({ platform: this.#row.platform, outcome: state });
      if (state === 'failed' || state === 'uncertain') {
        const { id, subscription_id, attempts, detail } = this.#row;
        this.#parts.log.warn(
          { delivery: id, subscription: subscription_id, state, reason, attempts, detail },
          'a digest was not delivered',
        );
      }
    }
    return true;
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}
