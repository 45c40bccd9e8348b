import type { Action } from '../../chat/action.ts';
import { text } from '../../chat/citing.ts';
import type { DigestVerb } from '../../chat/digest-intent.ts';
import type { Shelf } from '../../chat/reading.ts';
import type { Block, Reply } from '../../chat/reply.ts';
import type { Asker } from '../../chat/request.ts';
import { label } from '../../chat/which-story.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { nextOccurrence } from '../occurrences.ts';
import {
  clockTime,
  daysWords,
  dayWords,
  occurrenceWords,
  quietText,
  scheduleWords,
} from '../schedule-words.ts';
import type { Subscription } from '../subscription.ts';

const { buttons } = digestWording;

/** "“Bridge closes”, every weekday at 08:00, Kyiv time". */
export function summaryWords(shelf: Shelf, subscription: Pick<Subscription, 'story' | 'schedule'>): string {
  const { story, schedule } = subscription;
  return capitalised(digestWording.summary(storyWords(shelf, story), scheduleWords(schedule)));
}

/** The same and when the next one comes: "…; next: Tue 24 Nov.", or that it is stopped. */
export function fullWords(shelf: Shelf, subscription: Subscription, now: number): string {
  const words = summaryWords(shelf, subscription);
  const { kind } = subscription.status;
  if (kind !== 'active') return `${words}. ${digestWording.marks[kind]}`;
  const next = nextWords(subscription, now);
  return next === undefined ? digestWording.noNext(words) : digestWording.nextIs(words, next);
}

/** The day of the next one; its time too when a clock change moves it. */
function nextWords({ schedule, lastLocalDate }: Subscription, now: number): string | undefined {
  const next = nextOccurrence(schedule, now, { lastLocalDate });
  if (!next) return undefined;
  const words = occurrenceWords(schedule, next, { since: next.instant, now });
  const day = dayWords(schedule.zone, next.instant, now);
  return words.includes('(') ? words : day;
}

/** Its short form for a picker: at most 75 characters. */
export function shortLabel(shelf: Shelf, subscription: Subscription): string {
  const schedule = { ...subscription.schedule, quietDates: [] };
  return label(summaryWords(shelf, { ...subscription, schedule }));
}

/** How commands are written where somebody is: on Discord by their options, elsewhere in words. */
export type Dialect = 'discord' | 'slack';
export function dialectOf({ platform }: Asker): Dialect {
  return platform === 'discord' ? 'discord' : 'slack';
}

/** What makes the same subscription when typed. */
export function typedTerms(subscription: Subscription, dialect: Dialect): string {
  return dialect === 'discord' ? optionsOf(subscription) : wordsOf(subscription);
}

function optionsOf({ story, schedule, whenUnchanged }: Subscription): string {
  const options = {
    time: clockTime(schedule.minute),
    days: daysWords(schedule.weekdays),
    zone: schedule.zone,
    story: story ?? 'all',
    unchanged: whenUnchanged,
    quiet: quietText(schedule.quietDates),
  };
  const given = Object.entries(options).filter(([, value]) => value !== '');
  return given.map(([name, value]) => `${name}:${value}`).join(' ');
}

function wordsOf({ story, schedule, whenUnchanged }: Subscription): string {
  const { quietDates, ...plainly } = schedule;
  const words = scheduleWords({ ...plainly, quietDates: [] });
  const quiet = quietDates.length === 0 ? '' : ` quiet ${quietText(quietDates)}`;
  return `${words}${story === undefined ? '' : ` story=${story}`} unchanged ${whenUnchanged}${quiet}`;
}

/** What can be done with a subscription as it is, as buttons. */
export function subscriptionActions(
  { id, status }: Subscription,
  verbs: readonly DigestVerb[] = status.kind === 'active'
    ? ['preview', 'change', 'pause']
    : ['resume', 'change', 'remove'],
): readonly Action[] {
  return verbs.map((verb) => ({
    label: VERB_LABELS[verb],
    intent: { kind: 'digest', verb, subscription: id },
  }));
}

/** The words on a button for each verb. */
const VERB_LABELS: Readonly<Record<DigestVerb, string>> = {
  subscribe: buttons.subscribe,
  list: digestWording.titles.list,
  change: buttons.change,
  pause: buttons.stop,
  resume: buttons.resume,
  now: buttons.now,
  preview: buttons.preview,
  why: buttons.why,
  remove: buttons.remove,
};

/** What was done, and the schedule in words again. */
export function confirmation(
  words: string,
  subscription: Subscription,
  { shelf, now }: { readonly shelf: Shelf; readonly now: number },
): Reply {
  const isActive = subscription.status.kind === 'active';
  return {
    tone: 'chat',
    blocks: [
      prose(words),
      prose(fullWords(shelf, subscription, now)),
      ...(isActive ? [note(digestWording.whenUnchanged[subscription.whenUnchanged])] : []),
      ...stoppedNotes(subscription),
    ],
    actions: subscriptionActions(subscription),
  };
}

/** Why nothing comes of one that is stopped, and what mends that; nothing of one that goes on. */
export function stoppedNotes({ status }: Subscription): readonly Block[] {
  return status.kind === 'active' ? [] : [note(statusNote(status))];
}

function statusNote(status: Subscription['status']): string {
  if (status.kind === 'broken') return digestWording.status.broken(digestWording.troubles[status.trouble]);
  return digestWording.status.paused;
}

export function prose(words: string): Block {
  return { kind: 'prose', content: [text(words)] };
}

export function note(words: string): Block {
  return { kind: 'note', content: [text(words)] };
}

function storyWords(shelf: Shelf, story: Subscription['story']): string {
  if (story === undefined) return digestWording.everyStory;
  const found = shelf.get(story);
  return found ? digestWording.ofStory(found.title) : digestWording.goneStory(story);
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
