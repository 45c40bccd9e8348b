import { storyCalled } from '../../chat/desk.ts';
import type { DigestVerb, SubscriptionId } from '../../chat/digest-intent.ts';
import type { Shelf } from '../../chat/reading.ts';
import type { Reply } from '../../chat/reply.ts';
import type { Asker } from '../../chat/request.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Subscription } from '../subscription.ts';
import { dialectOf, note, prose, shortLabel } from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { isOwn, isSamePlace } from './standing.ts';

/** The subscription that is meant and the visit to where it is sent, or a reply that asks which or says that there is none. */
export type Which = Found | { readonly reply: Reply };
export interface Found {
  readonly subscription: Subscription;
  /** At the place the subscription is sent to, which is not always the one that was asked from. */
  readonly visit: Visit;
}

/** More buttons than this at once nobody reads. */
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
  const { asker } = visit;
  if (matching.length > 0) return { reply: askWhich(sources.stories, matching, { verb, asker }) };
  const words = isOldId(name) ? digestWording.goneDigest : digestWording.unknownDigest(name);
  return { reply: { ...askWhich(sources.stories, here, { verb, asker, words }), tone: 'refusal' } };
}

/** Whether what was typed names some of these subscriptions, or is a number and so can name nothing else. */
export function namesOne({ sources }: DeskParts, here: readonly Subscription[], typed: string): boolean {
  const name = typed.trim();
  const storyOf = (words: string) => storyCalled(sources.stories, words)?.slug;
  return name === '' || NUMBER.test(name) || named(here, name, storyOf).length > 0;
}

/** Asks which of several is meant; of many it offers the first. @param verb what a choice is for */
export function askWhich(
  shelf: Shelf,
  among: readonly Subscription[],
  { verb, asker, words = digestWording.whichDigest }: Choosing,
): Reply {
  const isMore = among.length > OFFERED;
  const more = digestWording.moreDigests[dialectOf(asker)](OFFERED, among.length);
  return {
    tone: 'chat',
    blocks: [prose(words), ...(isMore ? [note(more)] : [])],
    actions: among.slice(0, OFFERED).map((subscription) => ({
      label: shortLabel(shelf, subscription),
      intent: { kind: 'digest', verb, subscription: subscription.id },
    })),
  };
}

interface Choosing {
  readonly verb: DigestVerb;
  readonly asker: Asker;
  /** What is said above, when it is not the question which. */
  readonly words?: string;
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

const NUMBER = /^(?:#|no\.? ?)?(\d{1,2})$/iu;

function named(
  here: readonly Subscription[],
  name: string,
  storyOf: (words: string) => string | undefined,
): readonly Subscription[] {
  const [, number] = NUMBER.exec(name) ?? [];
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
