import type { Courier, Parcel, PostOutcome, PostTrouble } from '../chat/courier.ts';
import type { Destination } from '../chat/destination.ts';
import type { Reply } from '../chat/reply.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { noteUntold, type SubscriptionRow, takeUntold } from '../store/subscriptions.ts';
import type { Pace } from './pace/pace.ts';
import type { Subscription } from './subscription.ts';
import { readSubscription } from './subscription-rows.ts';
import { withinPatience } from './within-patience.ts';

/** What its owner is told of a subscription that was stopped, with the remedy. */
export type BrokenNotice = (subscription: Subscription, trouble: PostTrouble) => Reply;

export interface TellingParts {
  readonly store: Store;
  readonly courier: Courier;
  /** The platform's, which its digests keep to as well. */
  readonly pace: Pace;
  readonly notice: BrokenNotice;
  readonly clock: Clock;
  readonly log: Log;
  /** Begin nothing more. */
  readonly stopping: AbortSignal;
  /** Wait for nothing more. */
  readonly stopped: AbortSignal;
}

/** Tells the owners of one platform's subscriptions that were stopped. */
export interface OwnerTeller {
  /**
   * Tells those who are to be told, each once, in a direct message; does nothing while it is at it. One who cannot
   * be told now is told another time; where nobody knows whether the message arrived, it is not sent again.
   * Never rejects.
   */
  tell(): Promise<void>;
  /** Resolves when nobody is being told. */
  idle(): Promise<void>;
}

/** Owners told at the same time: an answer may take as long as a platform pleases. */
const TOGETHER = 4;
/** Owners told each time it is asked to, at most. */
const A_ROUND = 50;
/** Milliseconds after which an owner who cannot be reached is not tried again. */
const NEWS_FOR = 24 * 3_600_000;
const POST_TIMEOUT = 20_000;

export function createOwnerTeller(parts: TellingParts): OwnerTeller {
  let running: Promise<void> | undefined;
  return {
    tell() {
      running ??= tellRound(parts).finally(() => {
        running = undefined;
      });
      return running;
    },
    async idle() {
      await running;
    },
  };
}

async function tellRound(parts: TellingParts): Promise<void> {
  const { store, courier, clock, log, stopping } = parts;
  const tried: string[] = [];
  try {
    while (!stopping.aborted && tried.length < A_ROUND) {
      const rows = await takeUntold(store.db, courier.platform, clock.now(), TOGETHER, tried);
      if (rows.length === 0) return;
      tried.push(...rows.map(({ id }) => id));
      await Promise.all(rows.map((row) => tellOne(row, parts)));
    }
  } catch (error) {
    log.error({ fault: String(error) }, 'who is to be told of a stopped digest could not be found out');
  }
}

/** Never rejects: what goes wrong with one is not the others'. */
async function tellOne(row: SubscriptionRow, parts: TellingParts): Promise<void> {
  const { store, courier, notice, clock, log, stopping } = parts;
  const { id, updated_at: stoppedAt } = row;
  const subscription = readSubscription(row);
  const owner = ownerOf(subscription);
  if (!owner || subscription.status.kind !== 'broken') return;
  let part = 0;
  try {
    const parcels = courier.render(notice(subscription, subscription.status.trouble), owner);
    for (const parcel of parcels) {
      // Always the same name: a platform that knows it does not show the notice twice.
      const key = `${id}.b${stoppedAt.toString(36).slice(-4)}${part}`;
      const outcome = await post(owner, parcel, key, parts);
      if (outcome.kind !== 'sent') return await giveUp(outcome.kind === 'retry', { ...outcome });
      part++;
    }
  } catch (error) {
    await giveUp(true, { fault: String(error) }).catch(() => {});
  }

  async function giveUp(mayTryAgain: boolean, why: object): Promise<void> {
    const isTriedAgain = mayTryAgain && part === 0 && clock.now() - stoppedAt < NEWS_FOR;
    if (isTriedAgain) await noteUntold(store.db, id);
    if (!isTriedAgain || ('fault' in why && !stopping.aborted)) {
      log.warn({ subscription: id, ...why }, 'an owner could not be told of a stopped digest');
    }
  }
}

/** @throws when it is told to stop while it waits for a turn */
async function post(
  owner: Destination,
  parcel: Parcel,
  key: string,
  { courier, pace, stopping, stopped }: TellingParts,
): Promise<PostOutcome> {
  const turn = await pace.turn(owner, stopping);
  if (turn.kind === 'later') return { kind: 'retry', trouble: 'rate-limited' };
  const outcome = await withinPatience(POST_TIMEOUT, stopped, (signal) =>
    courier.post(owner, parcel, key, signal),
  );
  if (outcome.kind === 'retry' && outcome.trouble === 'rate-limited' && outcome.afterMs !== undefined) {
    await pace.backOff(owner, outcome.afterMs);
  }
  return outcome;
}

/** @returns undefined when there is none to tell: forgotten, or the very person who cannot be written to */
function ownerOf({ createdBy, destination }: Subscription): Destination | undefined {
  if (createdBy === '') return undefined;
  if (destination.kind === 'person' && destination.id === createdBy) return undefined;
  const { platform, workspace } = destination;
  return { platform, workspace, kind: 'person', id: createdBy };
}
