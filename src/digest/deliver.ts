import type { Parcel, PostOutcome, PostTrouble } from '../chat/courier.ts';
import type { Slug } from '../story/article.ts';
import { briefedAfter } from './briefed-after.ts';
import type { DigestContent } from './content.ts';
import type { Claimed, DeliveryParts } from './delivery-parts.ts';
import { LedgerEntry } from './ledger-entry.ts';
import type { TurnNow } from './pace/pace.ts';
import type { Subscription } from './subscription.ts';
import { readVersions, writeVersions } from './subscription-rows.ts';
import { withinPatience } from './within-patience.ts';

/** A digest that has something to say. */
type Written = Extract<DigestContent, { kind: 'reply' }>;

/** For the operator: nobody heard the platform's answer. */
export const CUT_OFF = 'its process ended before the platform answered';

/** Troubles that pass by themselves or are a fault of ours: the subscription goes on. */
const NOT_THE_SUBSCRIPTIONS: ReadonlySet<PostTrouble> = new Set([
  'message-refused',
  'rate-limited',
  'platform-down',
  'adapter-off',
]);

/**
 * Brings a claimed delivery as far as it goes now. Before a message leaves, the ledger says so; whoever finds that
 * without knowing what became of it asks the platform, and where that cannot be asked nothing is sent again.
 * Whenever the ledger says that the delivery is somebody else's, it is left alone.
 */
export async function deliver(claimed: Claimed, parts: DeliveryParts): Promise<void> {
  await new OneDelivery(claimed, parts).run();
}

class OneDelivery {
  readonly #entry: LedgerEntry;
  readonly #subscription: Subscription;
  readonly #superseded: boolean;
  readonly #parts: DeliveryParts;

  constructor({ row, subscription, superseded }: Claimed, parts: DeliveryParts) {
    this.#entry = new LedgerEntry(row, parts);
    this.#subscription = subscription;
    this.#superseded = superseded;
    this.#parts = parts;
  }

  async run(): Promise<void> {
    if (this.#entry.row.posting !== null && !(await this.#settle())) return;
    if (this.#entry.messages.length === 0 && (await this.#endUnbegun())) return;
    const content = await this.#compose();
    if (content === undefined) return;
    if (content.kind === 'skip') await this.#entry.end('skipped', content.reason);
    else await this.#post(content);
  }

  /** Finds out what became of a message that may have arrived. @returns whether it is known now */
  async #settle(): Promise<boolean> {
    const { courier, stopped } = this.#parts;
    const part = this.#entry.row.posting ?? 0;
    if (this.#entry.row.state === 'sending') this.#entry.note({ detail: CUT_OFF });
    const since = this.#entry.row.first_tried_at ?? this.#entry.row.occurrence_at;
    const found = await courier.find(this.#subscription.destination, this.#entry.key(part), since, stopped);
    switch (found.kind) {
      case 'there':
        this.#entry.noteArrived(found.message);
        return true;
      case 'absent':
        this.#entry.note({ posting: null });
        return true;
      case 'unknown':
        if (found.final || this.#entry.facts.isOver())
          await this.#entry.end('uncertain', this.#entry.facts.trouble ?? 'platform-down');
        else
          await this.#entry.again(this.#entry.row.attempts + 1, this.#entry.facts.trouble ?? 'platform-down');
        return false;
      default:
        return found satisfies never;
    }
  }

  /** Ends a delivery of which nothing was sent and nothing is to be. @returns whether it did */
  async #endUnbegun(): Promise<boolean> {
    const { status } = this.#subscription;
    if (status.kind !== 'active' && !this.#entry.facts.isByHand)
      return await this.#entry.end('skipped', 'withdrawn');
    // Whoever asks for a certain day's is sent it, also when there is a newer one.
    const isOver = this.#entry.facts.isOver() || (this.#superseded && !this.#entry.facts.isByHand);
    if (!isOver) return false;
    return await (this.#entry.row.attempts === 0
      ? this.#entry.end('missed', 'downtime')
      : this.#entry.end('failed', 'gave-up'));
  }

  async #compose(): Promise<DigestContent | undefined> {
    const { versions, local_date: localDate, occurrence_at: occurrenceAt } = this.#entry.row;
    const begun = versions !== null && this.#entry.messages.length > 0 ? readVersions(versions) : undefined;
    const occasion = { localDate, occurrenceAt, late: this.#entry.facts.isLate, ...(begun ? { begun } : {}) };
    try {
      return await this.#parts.compose(this.#subscription, occasion);
    } catch (error) {
      this.#parts.log.error(
        { delivery: this.#entry.row.id, fault: String(error) },
        'a digest could not be written',
      );
      await this.#retry({ kind: 'retry', trouble: 'message-refused', detail: String(error) });
      return undefined;
    }
  }

  async #post(content: Written): Promise<void> {
    const { reply } = content;
    const { courier, atRisk } = this.#parts;
    const parcels = courier.render(reply, this.#subscription.destination);
    if (parcels.length === 0) return void (await this.#entry.end('failed', 'message-refused'));
    const posted = this.#entry.messages.length;
    // The last one had arrived, and only the ledger did not know.
    if (posted >= parcels.length) await this.#endSent(content);
    for (let part = posted; part < parcels.length; part++) {
      const parcel = parcels[part];
      const turn = await this.#takeTurn();
      if (parcel === undefined || turn === undefined) return;
      const isLast = part === parcels.length - 1;
      // There may not have been room until long after its turn, as when the platform is slow.
      const postInTurn = async () =>
        (await this.#takeTurn(turn)) !== undefined && this.#postPart(part, parcel, content, isLast);
      if (!(await atRisk(postInTurn))) return;
    }
  }

  /**
   * Posts one message, with the ledger told before and after: what is known is never lost to waiting.
   * @returns whether the next one may follow
   */
  async #postPart(part: number, parcel: Parcel, content: Written, isLast: boolean): Promise<boolean> {
    const { courier, stopped, policy } = this.#parts;
    if (!(await this.#begin(part, content.versions))) return false;
    // Held up for so long that somebody else may take it over before this post is over or given up.
    if (this.#now() + policy.postTimeout >= (this.#entry.row.lease_until ?? 0)) {
      this.#entry.note({ posting: null });
      await this.#entry.release(this.#now());
      return false;
    }
    const outcome = await withinPatience(policy.postTimeout, stopped, (signal) =>
      courier.post(this.#subscription.destination, parcel, this.#entry.key(part), signal),
    );
    if (outcome.kind !== 'sent') {
      await this.#fail(outcome);
      return false;
    }
    this.#entry.noteArrived(outcome.message);
    if (!isLast) return await this.#entry.write();
    await this.#endSent(content);
    return false;
  }

  async #endSent({ told }: Written): Promise<void> {
    const briefed = writeVersions(briefedAfter(this.#subscription.briefed, told, this.#superseded));
    const wasBroken = this.#subscription.status.kind === 'broken';
    await this.#entry.end('sent', this.#entry.facts.reasonOfSent, {
      briefed,
      ...(wasBroken && { mended: this.#now() }),
    });
  }

  /**
   * Waits for a turn, or gives the delivery back when it is too far off.
   * @param had the turn it had, which may be over
   * @returns undefined when it was given back
   */
  async #takeTurn(had?: TurnNow): Promise<TurnNow | undefined> {
    const { pace, stopping } = this.#parts;
    const { destination } = this.#subscription;
    const asked = had ? (pace.renew?.(destination, had, stopping) ?? had) : pace.turn(destination, stopping);
    const turn = await Promise.resolve(asked).catch((error: unknown) => {
      if (stopping.aborted) return { kind: 'later' as const, at: this.#now() };
      throw error;
    });
    if (turn.kind === 'now') return turn;
    await this.#entry.release(turn.at);
    return undefined;
  }

  /** Notes that a message is about to leave. @returns whether it may */
  async #begin(part: number, versions: ReadonlyMap<Slug, number>): Promise<boolean> {
    const { clock, policy, stopping } = this.#parts;
    const now = clock.now();
    if (stopping.aborted) {
      await this.#entry.release(now);
      return false;
    }
    this.#entry.note({
      state: 'sending',
      posting: part,
      versions: writeVersions(versions),
      first_tried_at: this.#entry.row.first_tried_at ?? now,
      lease_until: now + policy.lease,
    });
    return await this.#entry.write();
  }

  async #fail(outcome: Exclude<PostOutcome, { kind: 'sent' }>): Promise<void> {
    const { detail } = outcome;
    switch (outcome.kind) {
      case 'retry':
        this.#entry.note({ posting: null });
        return await this.#retry(outcome);
      case 'refused': {
        this.#entry.note({ posting: null });
        const { trouble } = outcome;
        const broken = NOT_THE_SUBSCRIPTIONS.has(trouble) ? {} : { broken: { trouble, at: this.#now() } };
        await this.#entry.end('failed', trouble, { ...broken, detail });
        return;
      }
      case 'uncertain':
        // Its message stays marked: the platform is asked before anything is posted.
        this.#entry.note({ attempts: this.#entry.row.attempts + 1, detail: detail ?? null });
        return await this.#entry.release(this.#now() + this.#parts.policy.settleAfter, outcome.trouble);
      default:
        return outcome satisfies never;
    }
  }

  async #retry({ trouble, afterMs, detail }: Extract<PostOutcome, { kind: 'retry' }>): Promise<void> {
    const { pace } = this.#parts;
    const attempts = this.#entry.row.attempts + 1;
    this.#entry.note({ detail: detail === undefined ? trouble : `${trouble}: ${detail}` });
    if (trouble === 'rate-limited' && afterMs !== undefined) {
      await pace.backOff(this.#subscription.destination, afterMs);
    }
    if (this.#entry.facts.isOver(afterMs)) {
      this.#entry.note({ attempts, trouble });
      await this.#entry.end('failed', 'gave-up');
    } else await this.#entry.again(attempts, trouble, afterMs);
  }

  #now(): number {
    return this.#parts.clock.now();
  }
}
