import { text } from '../../chat/citing.ts';
import type { DigestChoices, SubscriptionId } from '../../chat/digest-intent.ts';
import type { Block, Reply } from '../../chat/reply.ts';
import type { Asker } from '../../chat/request.ts';
import { refusal } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { localDateOf, nextOccurrences } from '../occurrences.ts';
import { isProblem } from '../reading/read.ts';
import { occurrenceWords } from '../schedule-words.ts';
import type { Subscription } from '../subscription.ts';
import { note, prose, subscriptionActions } from './describe.ts';
import type { DeskParts, Visit, Writing } from './desk-parts.ts';
import { chosen, defaultTerms, readTerms } from './read-terms.ts';
import { zoneOf } from './subscribe.ts';
import { whichSubscription } from './which-subscription.ts';

/** The next digests whose times a preview tells. */
const FORETOLD = 3;
/** A preview changes nothing, so any id will do. */
const NO_ID = 'preview' as SubscriptionId;

interface PreviewIntent {
  readonly subscription?: string;
  readonly choices: DigestChoices;
}

/** What a subscription would send now, word for word, and when the next ones come; before there is one, what it would be. */
export async function preview(parts: DeskParts, visit: Visit, intent: PreviewIntent): Promise<Reply> {
  const { subscription: named, choices } = intent;
  const here = await parts.subscriptions.at(visit.place.destination);
  const typed = named ?? choices.text;
  if (here.length === 0 && !isId(typed)) return imagined(parts, visit, choices);
  if (choices.story !== undefined && named === undefined) return imagined(parts, visit, choices);
  const which = await whichSubscription(parts, visit, typed, 'preview');
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
  return imagine(parts, { platform: 'discord', user: asker.user, zone: 'UTC' }, choices, at, [
    note(digestWording.notHere),
  ]);
}

async function imagined(parts: Writing, visit: Visit, choices: DigestChoices): Promise<Reply> {
  const { platform } = visit.place.destination;
  const from = { platform, user: visit.asker.user, zone: zoneOf(visit) ?? 'UTC' };
  const reply = await imagine(parts, from, choices, visit.at, []);
  if (reply.tone === 'refusal') return reply;
  return {
    ...reply,
    blocks: [...reply.blocks, note(digestWording.howToSubscribe)],
    actions: [
      ...reply.actions,
      { label: digestWording.buttons.subscribe, intent: { kind: 'digest', verb: 'subscribe' } },
    ],
  };
}

async function imagine(
  parts: Writing,
  from: {
    readonly platform: Subscription['destination']['platform'];
    readonly user: string;
    readonly zone: string;
  },
  choices: DigestChoices,
  at: number,
  above: readonly Block[],
): Promise<Reply> {
  const { stories } = parts.sources;
  const terms = readTerms(stories, chosen(stories, choices), defaultTerms(from.zone), at);
  if (isProblem(terms)) return refusal(terms.problem, []);
  const reply = await shown(
    parts,
    {
      id: NO_ID,
      destination: { platform: from.platform, workspace: '', kind: 'person', id: from.user },
      ...terms,
      status: { kind: 'active' },
      createdBy: from.user,
      createdAt: at,
      nextDueAt: undefined,
      lastLocalDate: undefined,
      briefed: new Map(),
    },
    at,
    [],
  );
  return {
    ...reply,
    blocks: [...above, ...reply.blocks],
    // There is nothing yet to be changed or stopped.
    actions: reply.actions.filter(({ intent }) => intent.kind !== 'digest'),
  };
}

async function shown(
  { compose }: Writing,
  subscription: Subscription,
  at: number,
  instead: Reply['actions'],
): Promise<Reply> {
  const localDate = localDateOf(subscription.schedule.zone, at);
  const content = await compose(subscription, { localDate, occurrenceAt: at, late: false });
  const next = nextBlocks(subscription, at);
  if (content.kind === 'skip') {
    return {
      tone: 'chat',
      blocks: [prose(digestWording.wouldSkip[content.reason]), ...next],
      actions: instead,
    };
  }
  const { reply } = content;
  return { ...reply, blocks: [note(digestWording.previewOf), ...reply.blocks, ...next] };
}

/** The next digests in local time, with any clock change on the way. */
function nextBlocks({ schedule, status, lastLocalDate }: Subscription, at: number): readonly Block[] {
  if (status.kind !== 'active') return [note(statusNote(status))];
  const next = nextOccurrences(schedule, at, FORETOLD, { lastLocalDate });
  const items = next.map((occurrence, index) => {
    const since = next[index - 1]?.instant ?? at;
    return [text(occurrenceWords(schedule, occurrence, { since, now: at }))];
  });
  if (items.length === 0) return [];
  return [prose(`${digestWording.titles.next}:`), { kind: 'list', items }];
}

/** Why nothing comes of one that is stopped, and what mends that. */
export function statusNote(status: Subscription['status']): string {
  if (status.kind === 'broken') return digestWording.status.broken(digestWording.troubles[status.trouble]);
  return digestWording.status.paused;
}

function isId(typed: string | undefined): boolean {
  return typed !== undefined && /^[a-z0-9]{6,24}$/u.test(typed) && /\d/u.test(typed);
}
