import type { DigestPlace } from '../../chat/digest-intent.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Subscription } from '../subscription.ts';
import type { SubscriptionChange } from '../subscriptions.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { isSamePlace, mayChange } from './standing.ts';
import { refusedToStart } from './subscribe.ts';
import { askWhich, type Found, type Which, whichSubscription } from './which-subscription.ts';

/**
 * The subscription that is to be sent to another place, where it was not named: of those here and those there the
 * only one that the asker may change, else the only one in their own DM. Of several it is asked which.
 */
export async function whichToMove(parts: DeskParts, visit: Visit, target: DigestPlace): Promise<Which> {
  const changeable = async (place: DigestPlace | undefined): Promise<readonly Found[]> => {
    if (!place) return [];
    const there = { ...visit, place };
    const all = await parts.subscriptions.at(place.destination);
    return all
      .filter((subscription) => mayChange(there, subscription))
      .map((subscription) => ({ subscription, visit: there }));
  };
  const isElsewhere = !isSamePlace(target.destination, visit.place.destination);
  const near = [...(await changeable(visit.place)), ...(isElsewhere ? await changeable(target) : [])];
  const found = near.length > 0 ? near : await changeable(await visit.find?.({ kind: 'me' }));
  const [only, ...others] = found;
  if (!only) return whichSubscription(parts, visit, undefined, 'change');
  if (others.length === 0) return only;
  const among = found.map(({ subscription }) => subscription);
  return { reply: askWhich(parts.sources.stories, among, { verb: 'change', asker: visit.asker }) };
}

/**
 * What moving a subscription to a place changes; `undefined` when it is sent there already.
 * @returns why the asker can have no digest sent there, if so
 */
export async function whitherMoved(
  { subscriptions }: DeskParts,
  visit: Visit,
  { destination: before }: Subscription,
  place: DigestPlace,
): Promise<Pick<SubscriptionChange, 'to'> | { readonly reply: Reply } | undefined> {
  const { destination } = place;
  if (isSamePlace(before, destination)) return undefined;
  const refused = refusedToStart({ ...visit, place }, await subscriptions.at(destination));
  if (refused) return { reply: refused };
  const isPerson = destination.kind === 'person';
  return { to: { destination, ...(isPerson && { owner: visit.asker.user }) } };
}
