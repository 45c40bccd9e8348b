import { text } from '../../chat/citing.ts';
import type { PostTrouble } from '../../chat/courier.ts';
import type { Block, Reply } from '../../chat/reply.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Delivery, DeliveryReason } from '../delivery.ts';
import { momentWords } from '../schedule-words.ts';
import type { Subscription } from '../subscription.ts';
import { fullWords, prose, stoppedNotes, subscriptionActions } from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { whichSubscription } from './which-subscription.ts';

/** How far back a subscription's doings are told. */
const TOLD = 5;

/** Why the last digests came, came late, or did not, newest first; and when the next one comes. */
export async function why(parts: DeskParts, visit: Visit, named: string | undefined): Promise<Reply> {
  const which = await whichSubscription(parts, visit, named, 'why');
  if ('reply' in which) return which.reply;
  const { subscription } = which;
  const deliveries = await parts.subscriptions.deliveries(subscription.id, TOLD);
  const items = deliveries.map((delivery) => [text(deliveryWords(delivery, subscription, visit.at))]);
  const told: readonly Block[] =
    items.length === 0 ? [prose(digestWording.noneYet)] : [{ kind: 'list', items }];
  return {
    tone: 'listing',
    blocks: [
      { kind: 'heading', text: digestWording.titles.why },
      ...told,
      prose(fullWords(parts.sources.stories, subscription, visit.at)),
      ...stoppedNotes(subscription),
    ],
    actions: subscriptionActions(subscription),
  };
}

/** One row of the ledger in words. */
export function deliveryWords(delivery: Delivery, { schedule: { zone } }: Subscription, now: number): string {
  const when = momentWords(zone, delivery.occurrenceAt, now);
  const { trouble } = delivery;
  const reason = delivery.reason === undefined ? '' : reasonWords(delivery.reason, trouble);
  switch (delivery.state) {
    case 'sent':
      if (delivery.reason === 'sent-by-hand') return digestWording.byHand(when);
      if (!delivery.late) return digestWording.cameOnTime(when);
      return digestWording
        .cameLate(when, momentWords(zone, delivery.finishedAt ?? delivery.occurrenceAt, now), reason)
        .trim();
    case 'skipped':
      return digestWording.skipped(when, reason).trim();
    case 'missed':
      return digestWording.missed(when, reason).trim();
    case 'failed':
      return digestWording.failed(when, reason).trim();
    case 'uncertain':
      return digestWording.uncertain(when);
    case 'due':
    case 'claimed':
    case 'sending':
      return trouble === undefined
        ? digestWording.sendingNow(when)
        : digestWording.retrying(when, digestWording.troubles[trouble]);
    default:
      return delivery.state satisfies never;
  }
}

function reasonWords(reason: DeliveryReason, trouble: PostTrouble | undefined): string {
  const { reasons, troubles, gaveUpAfter } = digestWording;
  if (reason === 'gave-up' && trouble !== undefined) return gaveUpAfter(troubles[trouble]);
  return isTrouble(reason) ? troubles[reason] : reasons[reason];
}

function isTrouble(reason: DeliveryReason): reason is PostTrouble {
  return Object.hasOwn(digestWording.troubles, reason);
}
