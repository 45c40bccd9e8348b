import type { Clock } from '../../ops/clock.ts';
import { holdBack } from '../../store/rate-slots.ts';
import { shareLimit } from '../../store/sharers.ts';
import type { Store } from '../../store/store.ts';
import { newId } from '../new-id.ts';

/** Milliseconds: a process that was not heard of for so long sends no more; its part is the others'. */
const HEARD_OF = 3000;
/** Who shares is looked up so often, beside the sending; */
const LOOKED_UP = 250;
/** and nothing is sent by an older look. */
const TRUSTED = 500;
/**
 * Whoever comes when others are sending begins when all of them have seen it, what was about to leave has left, and the
 * last second in which they made requests as if it were not there is over.
 */
const COMING = TRUSTED + 1000 + 250;

/** A limit of several processes' requests together, as one of them sees it. Nothing has to be set: who sends says so. */
export class SharedLimit {
  readonly #key: string;
  readonly #name = newId();
  readonly #store: Store;
  readonly #clock: Clock;
  /** Instants, of this process's clock. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  #knownUntil = Number.NEGATIVE_INFINITY;
  #welcomeAt = Number.NEGATIVE_INFINITY;
  /** By what the platform told this process, and any. */
  #heldHere = 0;
  #heldUntil = 0;
  #processes = 1;
  #looking: Promise<void> | undefined;

  /** @param key what is limited, as in `rate_slots` */
  constructor(key: string, store: Store, clock: Clock) {
    this.#key = key;
    this.#store = store;
    this.#clock = clock;
  }

  /** How many processes share it, this one included: each may make so much less of the requests. */
  get processes(): number {
    return this.#processes;
  }

  /** Epoch milliseconds: no request before it. */
  get freeFrom(): number {
    return Math.max(this.#heldHere, this.#heldUntil, this.#welcomeAt);
  }

  /**
   * Sees to it that what is known is new enough to send by it.
   * @throws what the store throws
   */
  async lookUp(): Promise<void> {
    const age = this.#clock.now() - this.#lookedAt;
    if (age < -TRUSTED) this.#forgetInstants();
    if (age > TRUSTED || age < -TRUSTED) await this.#look();
    else if (age > LOOKED_UP) this.#look().catch(ignore);
  }

  /** The platform asked to wait. */
  async holdBack(milliseconds: number): Promise<void> {
    const until = this.#clock.now() + milliseconds;
    this.#heldHere = Math.max(this.#heldHere, until);
    await holdBack(this.#store, this.#key, until);
  }

  /** The clock was set back: they are of a time that is yet to come. */
  #forgetInstants(): void {
    this.#knownUntil = Number.NEGATIVE_INFINITY;
    this.#welcomeAt = Number.NEGATIVE_INFINITY;
    this.#heldHere = 0;
  }

  #look(): Promise<void> {
    this.#looking ??= this.#share().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #share(): Promise<void> {
    const now = this.#clock.now();
    const isComing = now > this.#knownUntil;
    const until = now + HEARD_OF;
    const { count, heldUntil } = await shareLimit(this.#store, this.#key, { name: this.#name, until, now });
    if (isComing && count > 1) this.#welcomeAt = this.#clock.now() + COMING;
    this.#knownUntil = until;
    this.#lookedAt = now;
    this.#processes = count;
    this.#heldUntil = heldUntil;
  }
}

function ignore(): void {}
