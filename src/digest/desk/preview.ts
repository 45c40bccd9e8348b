import { text } from '../../chat/citing.ts';
import type { DigestChoices, SubscriptionId } from '../../chat/digest-intent.ts';
import type { DigestPreview } from '../../chat/digest-preview.ts';
import type { Block, Reply } from '../../chat/reply.ts';
import type { Asker } from '../../chat/request.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { DigestContent } from '../content.ts';
import { localDateOf, nextOccurrences } from '../occurrences.ts';
import { isProblem, type Read } from '../reading/read.ts';
import { occurrenceWords, zoneWords } from '../schedule-words.ts';
import type { Subscription } from '../subscription.ts';
import { dialectOf, note, prose, stoppedNotes, subscriptionActions } from './describe.ts';
import type { DeskParts, Visit, Writing } from './desk-parts.ts';
import { chosen, defaultTerms, readTerms } from './read-terms.ts';
import { zoneOf } from './subscribe.ts';
import { namesOne, whichSubscription } from './which-subscription.ts';

/** The next digests whose times a preview tells. */
const FORETOLD = 3;
/** Nobody's, for a preview changes nothing; as long as any other, so that a message with it is as long too. */
const NO_ID = '2'.repeat(16) as SubscriptionId;

interface PreviewIntent {
  readonly subscription?: string;
  readonly choices: DigestChoices;
}

/**
 * What a subscription would send now, word for word, and when the next ones come; before there is one, and of what was
 * typed or chosen that names none, what it would be.
 */
export async function preview(parts: DeskParts, visit: Visit, intent: PreviewIntent): Promise<Reply> {
  const { subscription: named, choices } = intent;
  const here = await parts.subscriptions.at(visit.place.destination);
  const { text, ...chosenByName } = choices;
  const isOne = isId(named ?? text) || (named !== undefined && here.length > 0);
  const isTerms = Object.keys(chosenByName).length > 0 || !namesOne(parts, here, text ?? '');
  if (!isOne && (here.length === 0 || isTerms)) return imagined(parts, visit, choices);
  const which = await whichSubscription(parts, visit, named ?? text, 'preview');
  if ('reply' in which) return which.reply;
  return shown(
    parts,
    which.subscription,
    visit.at,
    subscriptionActions(which.subscription, ['change', 'pause', 'why']),
  );
}

/** What a digest would say, where none can be sent. */
export function previewOnly(
  parts: Writing,
  asker: Asker,
  choices: DigestChoices,
  at: number,
): Promise<Reply> {
  const from: From = { platform: 'discord', user: asker.user, zone: 'UTC' };
  return shownImagined(parts, from, choices, at, [note(digestWording.notHere)]);
}

/** The very message a digest would be, and apart from it when the next ones come. */
export async function previewMessage(
  parts: Writing,
  choices: DigestChoices,
  at: number,
): Promise<DigestPreview> {
  const imaginary = imagine(parts, { platform: 'discord', user: '', zone: 'UTC' }, choices, at);
  if (isProblem(imaginary)) return { kind: 'nothing', reply: refusal(imaginary.problem, []) };
  const content = await contentNow(parts, imaginary, at);
  if (content.kind === 'reply') {
    const zone = zoneWords(imaginary.schedule.zone);
    return { kind: 'message', message: content.reply, next: nextTimes(imaginary, at), zone };
  }
  return { kind: 'nothing', reply: skipped(content.reason, imaginary, at, []) };
}

async function imagined(parts: Writing, visit: Visit, choices: DigestChoices): Promise<Reply> {
  const { platform } = visit.place.destination;
  const from: From = { platform, user: visit.asker.user, zone: zoneOf(visit) ?? 'UTC' };
  const reply = await shownImagined(parts, from, choices, visit.at, []);
  if (reply.tone === 'refusal') return reply;
  return {
    ...reply,
    blocks: [...reply.blocks, note(digestWording.howToSubscribe[dialectOf(visit.asker)])],
    actions: [
      ...reply.actions,
      { label: digestWording.buttons.subscribe, intent: { kind: 'digest', verb: 'subscribe' } },
    ],
  };
}

/** Who would subscribe. */
interface From {
  readonly platform: Subscription['destination']['platform'];
  readonly user: string;
  readonly zone: string;
}

async function shownImagined(
  parts: Writing,
  from: From,
  choices: DigestChoices,
  at: number,
  above: readonly Block[],
): Promise<Reply> {
  const imaginary = imagine(parts, from, choices, at);
  if (isProblem(imaginary)) return refusal(imaginary.problem, []);
  const reply = await shown(parts, imaginary, at, []);
  return {
    ...reply,
    blocks: [...above, ...reply.blocks],
    // There is nothing yet to be changed or stopped.
    actions: reply.actions.filter(({ intent }) => intent.kind !== 'digest'),
  };
}

/** The subscription that somebody's choices would make. */
function imagine(
  parts: Writing,
  { platform, user, zone }: From,
  choices: DigestChoices,
  at: number,
): Read<Subscription> {
  const { stories } = parts.sources;
  const terms = readTerms(stories, chosen(stories, choices), defaultTerms(zone), at);
  if (isProblem(terms)) return terms;
  return {
    id: NO_ID,
    destination: { platform, workspace: '', kind: 'person', id: user },
    ...terms,
    status: { kind: 'active' },
    createdBy: user,
    createdAt: at,
    nextDueAt: undefined,
    lastLocalDate: undefined,
    briefed: new Map(),
  };
}

async function shown(
  parts: Writing,
  subscription: Subscription,
  at: number,
  instead: Reply['actions'],
): Promise<Reply> {
  const content = await contentNow(parts, subscription, at);
  if (content.kind === 'skip') return skipped(content.reason, subscription, at, instead);
  const { reply } = content;
  const next = nextBlocks(subscription, at);
  return { ...reply, blocks: [note(digestWording.previewOf), ...reply.blocks, ...next] };
}

function contentNow({ compose }: Writing, subscription: Subscription, at: number): Promise<DigestContent> {
  const localDate = localDateOf(subscription.schedule.zone, at);
  return compose(subscription, { localDate, occurrenceAt: at, late: false });
}

function skipped(
  reason: Extract<DigestContent, { kind: 'skip' }>['reason'],
  subscription: Subscription,
  at: number,
  actions: Reply['actions'],
): Reply {
  const blocks = [prose(digestWording.wouldSkip[reason]), ...nextBlocks(subscription, at)];
  return { tone: 'chat', blocks, actions };
}

function nextBlocks(subscription: Subscription, at: number): readonly Block[] {
  if (subscription.status.kind !== 'active') return stoppedNotes(subscription);
  const items = nextTimes(subscription, at).map((words) => [text(words)]);
  if (items.length === 0) return [];
  return [prose(`${digestWording.titles.next}:`), { kind: 'list', items }];
}

/** The next digests in local time, with any clock change on the way. */
function nextTimes({ schedule, lastLocalDate }: Subscription, at: number): readonly string[] {
  const next = nextOccurrences(schedule, at, FORETOLD, { lastLocalDate });
  return next.map((occurrence, index) => {
    const since = next[index - 1]?.instant ?? at;
    return occurrenceWords(schedule, occurrence, { since, now: at });
  });
}

function isId(typed: string | undefined): boolean {
  return typed !== undefined && /^[a-z0-9]{6,24}$/u.test(typed) && /\d/u.test(typed);
}
