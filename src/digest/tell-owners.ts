import type { Courier, Destination, PostTrouble } from '../chat/courier.ts';
import type { Reply } from '../chat/reply.ts';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import { noteUntold, takeUntold } from '../store/subscriptions.ts';
import type { Subscription } from './subscription.ts';
import { readSubscription } from './subscription-rows.ts';

/** What its owner is told of a subscription that was stopped, with the remedy. */
export type BrokenNotice = (subscription: Subscription, trouble: PostTrouble) => Reply;

export interface TellingParts {
  readonly store: Store;
  readonly couriers: readonly Courier[];
  readonly notice: BrokenNotice;
  readonly clock: Clock;
  readonly log: Log;
}

/** Owners told at a time. */
const TOGETHER = 50;
/** Milliseconds after which an owner who cannot be reached is not tried again. */
const NEWS_FOR = 24 * 3_600_000;
const POST_TIMEOUT = 20_000;

/**
 * Tells the owners of subscriptions that were stopped, each once, in a direct message. One who cannot be told now
 * is told later; where nobody knows whether the message arrived, it is not sent again.
 */
export async function tellOwners({ store, couriers, notice, clock, log }: TellingParts): Promise<void> {
  const now = clock.now();
  const rows = await takeUntold(
    store.db,
    couriers.map(({ platform }) => platform),
    now,
    TOGETHER,
  );
  for (const row of rows) {
    const subscription = readSubscription(row);
    const courier = couriers.find(({ platform }) => platform === row.platform);
    const owner = ownerOf(subscription);
    if (!courier || !owner || subscription.status.kind !== 'broken') continue;
    const parcels = courier.render(notice(subscription, subscription.status.trouble), owner);
    for (const [part, parcel] of parcels.entries()) {
      const key = `${row.id}.b${now.toString(36).slice(-4)}${part}`;
      const outcome = await courier.post(owner, parcel, key, AbortSignal.timeout(POST_TIMEOUT));
      if (outcome.kind === 'sent') continue;
      if (outcome.kind === 'retry' && part === 0 && now - row.updated_at < NEWS_FOR) {
        await noteUntold(store.db, row.id);
      } else log.warn({ subscription: row.id, ...outcome }, 'an owner could not be told of a stopped digest');
      break;
    }
  }
}

/** @returns undefined when there is none to tell: forgotten, or the very person who cannot be written to */
function ownerOf({ createdBy, destination }: Subscription): Destination | undefined {
  if (createdBy === '') return undefined;
  if (destination.kind === 'person' && destination.id === createdBy) return undefined;
  const { platform, workspace } = destination;
  return { platform, workspace, kind: 'person', id: createdBy };
}
