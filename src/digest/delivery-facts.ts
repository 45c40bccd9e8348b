import type { PostTrouble } from '../chat/courier.ts';
import type { DeliveryRow } from '../store/deliveries.ts';
import type { DeliveryReason } from './delivery.ts';
import type { DeliveryPolicy } from './delivery-policy.ts';

/** What a row of the ledger says at an instant, by a policy. */
export class DeliveryFacts {
  readonly #row: DeliveryRow;
  readonly #now: number;
  readonly #policy: DeliveryPolicy;

  constructor(row: DeliveryRow, now: number, policy: DeliveryPolicy) {
    this.#row = row;
    this.#now = now;
    this.#policy = policy;
  }

  get isByHand(): boolean {
    return this.#row.reason === 'sent-by-hand';
  }

  get isLate(): boolean {
    return this.#now - this.#row.occurrence_at > this.#policy.lateAfter;
  }

  /** Whether its window has passed, or will have after so many milliseconds. */
  isOver(afterMs = 0): boolean {
    const from = this.isByHand ? this.#row.created_at : this.#row.occurrence_at;
    return this.#now + afterMs - from > this.#policy.window;
  }

  /** What went wrong last, if anything did. */
  get trouble(): PostTrouble | undefined {
    return (this.#row.trouble ?? undefined) as PostTrouble | undefined;
  }

  /** Why it is sent as late as now, if it is. */
  get reasonOfSent(): DeliveryReason | undefined {
    if (this.isByHand) return 'sent-by-hand';
    return this.isLate ? (this.trouble ?? 'caught-up') : undefined;
  }
}
