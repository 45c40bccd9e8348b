import { storyCalled } from '../../chat/desk.ts';
import type { DigestChoices, DigestIntent } from '../../chat/digest-intent.ts';
import type { Reply } from '../../chat/reply.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { isProblem, type Read } from '../reading/read.ts';
import type { Subscription } from '../subscription.ts';
import {
  confirmation,
  dialectOf,
  fullWords,
  note,
  prose,
  stoppedNotes,
  subscriptionActions,
} from './describe.ts';
import type { DeskParts, Visit } from './desk-parts.ts';
import { whichToMove, whitherMoved } from './move.ts';
import { chosen, readTerms } from './read-terms.ts';
import { mayChange } from './standing.ts';
import { existsAlready, mayNot } from './subscribe.ts';
import { whichSubscription } from './which-subscription.ts';

/** Changes what was chosen of a subscription, and leaves the rest. */
export async function change(
  parts: DeskParts,
  visit: Visit,
  { subscription: named, choices, to }: Extract<DigestIntent, { kind: 'change' }>,
): Promise<Reply> {
  const { stories } = parts.sources;
  const here = await parts.subscriptions.at(visit.place.destination);
  const { selector, wanted } = apart(parts, here, named, choices);
  const target = to && (await visit.find?.(to));
  if (to && !target) return refusal(digestWording.noPlace, []);
  const which =
    target && selector === undefined
      ? await whichToMove(parts, visit, target)
      : await whichSubscription(parts, visit, selector, 'change');
  if ('reply' in which) return which.reply;
  const { subscription } = which;
  if (!mayChange(which.visit, subscription)) return mayNot(visit.asker);
  const moving = target && (await whitherMoved(parts, visit, subscription, target));
  if (moving && 'reply' in moving) return moving.reply;
  if (Object.keys(wanted).length === 0 && !target) return asItIs(parts, subscription, visit);
  const terms = readTerms(stories, wanted, subscription, visit.at);
  if (isProblem(terms)) return refusal(terms.problem, [], digestWording.howToChange[dialectOf(visit.asker)]);
  const changed = await parts.subscriptions.change(subscription.id, { ...terms, ...moving }, visit.at);
  switch (changed.kind) {
    case 'changed': {
      const words = moving && target ? digestWording.moved(target.name) : digestWording.changed;
      return confirmation(words, changed.subscription, { shelf: stories, now: visit.at });
    }
    case 'exists':
      return existsAlready(parts, changed.subscription, visit.at, moving && target?.name);
    case 'underway':
      return refusal(digestWording.movingWhileSent, []);
    case 'gone':
      return refusal(digestWording.goneDigest, []);
    default:
      return changed satisfies never;
  }
}

/** "2 9:00" and "harbour 9:00": typed in one go, what names the subscription comes along with what is to be changed. */
function apart(
  { sources: { stories } }: DeskParts,
  here: readonly Subscription[],
  named: string | undefined,
  choices: DigestChoices,
): { readonly selector: string | undefined; readonly wanted: Read<Omit<DigestChoices, 'text'>> } {
  const { text = '' } = choices;
  if (named !== undefined || text === '') return { selector: named, wanted: chosen(stories, choices) };
  const [number, digits] = NUMBER.exec(text) ?? [];
  const wanted = chosen(stories, choices);
  // "9" alone is a time where there are no nine digests.
  const isTime = Number(digits) > here.length && !isProblem(wanted) && wanted.time === digits;
  if (number !== undefined && !isTime) {
    const rest = text.slice(number.length);
    return { selector: digits, wanted: chosen(stories, { ...choices, text: rest }) };
  }
  if (isProblem(wanted)) return { selector: undefined, wanted };
  const story = wanted.story === undefined ? undefined : storyCalled(stories, wanted.story);
  if (here.length < 2 || !story || !here.some((one) => one.story === story.slug)) {
    return { selector: undefined, wanted };
  }
  const { story: selector, ...others } = wanted;
  return { selector, wanted: others };
}

/** A number at the beginning that is no time of day. */
const NUMBER = /^#?(\d{1,2})(?=\s|$)(?!\s*(?:[ap]\.?\s?m\b|o['’]?clock\b|[:.]\s?\d|h(?:\s?\d|\b)))\s*/iu;

/** Nothing was said of what is to be different: how to say it. */
function asItIs({ sources }: DeskParts, subscription: Subscription, { asker, at }: Visit): Reply {
  return {
    tone: 'chat',
    blocks: [
      prose(fullWords(sources.stories, subscription, at)),
      ...stoppedNotes(subscription),
      note(digestWording.howToChange[dialectOf(asker)]),
    ],
    actions: subscriptionActions(subscription),
  };
}
