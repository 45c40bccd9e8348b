import { storyCalled } from '../../chat/desk.ts';
import type { DigestVerb, SubscriptionId } from '../../chat/digest-intent.ts';
import type { Shelf } from '../../chat/reading.ts';
import type { Reply } from '../../chat/reply.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Subscription } from '../subscription.ts';
import { dialectOf, prose, shortLabel } from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { isOwn, isSamePlace } from './standing.ts';

/** The subscription that is meant and the visit to where it is sent, or a reply that asks which or says that there is none. */
export type Which = Found | { readonly reply: Reply };
export interface Found {
  readonly subscription: Subscription;
  /** At the place the subscription is sent to, which is not always the one that was asked from. */
  readonly visit: Visit;
}

/** No platform shows more buttons at once. */
const OFFERED = 10;

/**
 * Finds a subscription of a place, or of the asker's own, by its number in the list or by its story; without any of
 * these it is the only one there. By id, as buttons have it, it is found wherever it is sent by now.
 * @param verb what a choice is for
 */
export async function whichSubscription(
  { subscriptions, sources }: DeskParts,
  visit: Visit,
  typed: string | undefined,
  verb: DigestVerb,
): Promise<Which> {
  const name = typed?.trim() ?? '';
  if (ID.test(name)) {
    const found = await subscriptions.find(name as SubscriptionId);
    if (found) return at(found, visit);
  }
  const here = await subscriptions.at(visit.place.destination);
  const matching =
    name === '' ? here : named(here, name, (words) => storyCalled(sources.stories, words)?.slug);
  const [only] = matching;
  if (matching.length === 1 && only) return { subscription: only, visit };
  if (here.length === 0) return { reply: noneHere(visit, name) };
  if (matching.length > 0) return { reply: askWhich(sources.stories, matching, verb) };
  const words = isOldId(name) ? digestWording.goneDigest : digestWording.unknownDigest(name);
  return { reply: { ...askWhich(sources.stories, here, verb), tone: 'refusal', blocks: [prose(words)] } };
}

/** Asks which of several is meant. @param verb what a choice is for */
export function askWhich(shelf: Shelf, among: readonly Subscription[], verb: DigestVerb): Reply {
  return {
    tone: 'chat',
    blocks: [prose(digestWording.whichDigest)],
    actions: among.slice(0, OFFERED).map((subscription) => ({
      label: shortLabel(shelf, subscription),
      intent: { kind: 'digest', verb, subscription: subscription.id },
    })),
  };
}

/** One that is sent here or to the asker alone, or elsewhere: then what the asker may do is that place's to say. */
async function at(subscription: Subscription, visit: Visit): Promise<Which> {
  const { destination, createdBy } = subscription;
  if (isSamePlace(destination, visit.place.destination)) return { subscription, visit };
  if (isOwn(subscription, visit.asker)) {
    return { subscription, visit: { ...visit, place: (await visit.find?.({ kind: 'me' })) ?? visit.place } };
  }
  if (destination.kind === 'person') return { reply: refusal(digestWording.goesToSomebody, []) };
  const { id: channel, workspace, platform } = destination;
  const place = await visit.find?.({ kind: 'channel', channel, workspace });
  if (place && isSamePlace(place.destination, destination)) {
    return { subscription, visit: { ...visit, place } };
  }
  const isMaker = platform === 'slack' && visit.asker.platform === platform && createdBy === visit.asker.user;
  if (!isMaker) return { reply: refusal(digestWording.goesElsewhere, []) };
  const unseen = { destination, name: digestWording.itsChannel, obstacle: digestWording.unseenChannel };
  return { subscription, visit: { ...visit, place: { ...unseen, standing: 'maker' } } };
}

const ID = /^[a-z0-9]{6,24}$/u;

/** Such as a button has, rather than what somebody typed. */
function isOldId(name: string): boolean {
  return ID.test(name) && (name.length === 16 || /\d/u.test(name));
}

function named(
  here: readonly Subscription[],
  name: string,
  storyOf: (words: string) => string | undefined,
): readonly Subscription[] {
  const [, number] = /^(?:#|no\.? ?)?(\d{1,2})$/iu.exec(name) ?? [];
  if (number !== undefined) return here.slice(Number(number) - 1, Number(number)).filter(Boolean);
  if (/^(?:all|every|every story|all stories)$/iu.test(name)) {
    return here.filter(({ story }) => story === undefined);
  }
  const story = storyOf(name) ?? name.toLowerCase();
  return here.filter((subscription) => subscription.story === story);
}

/** A pressed button's is gone; otherwise there was never one. */
function noneHere({ asker, place }: Visit, name: string): Reply {
  const words = isOldId(name) ? digestWording.goneDigest : digestWording.none(place.name);
  return {
    ...refusal(words, [
      { label: digestWording.buttons.subscribe, intent: { kind: 'digest', verb: 'subscribe' } },
    ]),
    blocks: [prose(words), prose(digestWording.howToSubscribe[dialectOf(asker)])],
  };
}
