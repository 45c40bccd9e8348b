import type { DigestChoices } from '../../chat/digest-intent.ts';
import type { Reply } from '../../chat/reply.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { isProblem } from '../reading/read.ts';
import { readZone } from '../reading/read-zone.ts';
import type { Subscription } from '../subscription.ts';
import { confirmation, dialectOf, fullWords, prose, stoppedNotes, subscriptionActions } from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { chosen, defaultTerms, readTerms } from './read-terms.ts';
import { mayStart } from './standing.ts';

/** Digests that one place may be sent. */
const MOST_SUBSCRIPTIONS = 25;

/** Makes a subscription for a place; everything that was not chosen is as `defaultTerms` has it. */
export async function subscribe(parts: DeskParts, visit: Visit, choices: DigestChoices): Promise<Reply> {
  const { subscriptions, sources } = parts;
  const { asker, place, at } = visit;
  const refused = refusedToStart(visit, await subscriptions.at(place.destination));
  if (refused) return refused;
  const { stories } = sources;
  const terms = readTerms(stories, chosen(stories, choices), defaultTerms(zoneOf(visit)), at);
  if (isProblem(terms)) return refusal(terms.problem, [], digestWording.howToSubscribe[dialectOf(asker)]);
  const owner = { destination: place.destination, createdBy: asker.user };
  const added = await subscriptions.add({ ...terms, ...owner }, at);
  if (added.kind === 'exists') {
    const elsewhere = place.destination.kind === 'person' ? place.name : undefined;
    return existsAlready(parts, added.subscription, at, elsewhere);
  }
  return confirmation(digestWording.subscribed(place.name), added.subscription, { shelf: stories, now: at });
}

/** Why the asker can start no digest here; `undefined` when they can. */
export function refusedToStart(visit: Visit, existing: readonly Subscription[]): Reply | undefined {
  const { place } = visit;
  if (!mayStart(visit, existing)) return mayNotStart(visit);
  if (place.obstacle !== undefined) return refusal(place.obstacle, []);
  if (existing.length >= MOST_SUBSCRIPTIONS) return refusal(digestWording.full(MOST_SUBSCRIPTIONS), []);
  return undefined;
}

/** The place's own zone, if the platform's name for it is one that we know. */
export function zoneOf({ place }: Visit): string | undefined {
  const read = place.zone === undefined ? undefined : readZone(place.zone);
  return read && !isProblem(read) ? read.zone : undefined;
}

/** @param place where it is, if that is another place than the one spoken of */
export function existsAlready(
  { sources }: DeskParts,
  subscription: Subscription,
  now: number,
  place?: string,
): Reply {
  return {
    tone: 'refusal',
    blocks: [
      prose(digestWording.exists(place)),
      prose(fullWords(sources.stories, subscription, now)),
      ...stoppedNotes(subscription),
    ],
    actions: subscriptionActions(subscription),
  };
}

function mayNotStart({ asker, place }: Visit): Reply {
  if (dialectOf(asker) === 'discord') return mayNot(asker);
  const { any, more } = digestWording.mayNotStart;
  return refusal(place.standing === 'member' ? more : any, []);
}

export function mayNot(asker: Visit['asker']): Reply {
  return refusal(digestWording.mayNot[dialectOf(asker)], []);
}
