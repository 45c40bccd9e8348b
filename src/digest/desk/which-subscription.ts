import { storyCalled } from '../../chat/desk.ts';
import type { DigestVerb, SubscriptionId } from '../../chat/digest-intent.ts';
import type { Reply } from '../../chat/reply.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Subscription } from '../subscription.ts';
import { prose, shortLabel } from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { belongs } from './standing.ts';

/** The subscription that is meant, or the reply that asks which, or says that there is none. */
export type Which = { readonly subscription: Subscription } | { readonly reply: Reply };

/** No platform shows more buttons at once. */
const OFFERED = 10;

/**
 * Finds a subscription of a place, or of the asker's own: by id, by its number in the list, by its story; without
 * any of these it is the only one there.
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
    if (found && belongs(found, visit)) return { subscription: found };
  }
  const here = await subscriptions.at(visit.place.destination);
  const matching =
    name === '' ? here : named(here, name, (words) => storyCalled(sources.stories, words)?.slug);
  const [only] = matching;
  if (matching.length === 1 && only) return { subscription: only };
  if (here.length === 0) return { reply: noneHere(visit, name) };
  const choices = matching.length > 0 ? matching : here;
  const words = matching.length > 0 ? digestWording.whichDigest : digestWording.unknownDigest(name);
  return {
    reply: {
      tone: matching.length > 0 ? 'chat' : 'refusal',
      blocks: [prose(words)],
      actions: choices.slice(0, OFFERED).map((subscription) => ({
        label: shortLabel(sources.stories, subscription),
        intent: { kind: 'digest', verb, subscription: subscription.id },
      })),
    },
  };
}

const ID = /^[a-z0-9]{6,24}$/u;

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
function noneHere({ place }: Visit, name: string): Reply {
  const words = ID.test(name) && /\d/u.test(name) ? digestWording.goneDigest : digestWording.none(place.name);
  return {
    ...refusal(words, [
      { label: digestWording.buttons.subscribe, intent: { kind: 'digest', verb: 'subscribe' } },
    ]),
    blocks: [prose(words), prose(digestWording.howToSubscribe)],
  };
}
