import { storiesMatching, storyCalled } from '../../chat/desk.ts';
import type { DigestChoices } from '../../chat/digest-intent.ts';
import type { Shelf } from '../../chat/reading.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Slug } from '../../story/article.ts';
import { localDateOf } from '../occurrences.ts';
import { isProblem, type Read } from '../reading/read.ts';
import { readDays } from '../reading/read-days.ts';
import { readQuiet } from '../reading/read-quiet.ts';
import { readText } from '../reading/read-text.ts';
import { readTime } from '../reading/read-time.ts';
import { readZone, zonesNear } from '../reading/read-zone.ts';
import { EVERY_STORY, storyNames } from '../reading/story-names.ts';
import type { SubscriptionTerms } from '../subscriptions.ts';

/** What was chosen, everything else as it was or as it is by default. */
export interface Before extends Omit<SubscriptionTerms, 'schedule'> {
  /** Without a zone it must be chosen. */
  readonly schedule: Omit<SubscriptionTerms['schedule'], 'zone'> & { readonly zone: string | undefined };
}

/** Eight in the morning, on weekdays, of every story; a day without news says so in a line. */
export function defaultTerms(zone: string | undefined): Before {
  return {
    story: undefined,
    schedule: { minute: 480, weekdays: 0b0011111, zone, quietDates: [] },
    whenUnchanged: 'line',
  };
}

/** What was typed in one go, taken apart; what was chosen by name wins over it. */
export function chosen(shelf: Shelf, choices: DigestChoices): Read<Omit<DigestChoices, 'text'>> {
  const { text, ...named } = choices;
  if (text === undefined) return named;
  const read = readText(text, storyNames(shelf));
  if (isProblem(read)) return read;
  return named.story === undefined || read.story === undefined
    ? { ...read, ...named }
    : { ...withLeftover(read, read.story), ...named };
}

/** Words that would be a story, had it not been chosen already, were meant to be one of the parts that are missing. */
function withLeftover(read: Omit<DigestChoices, 'text'>, leftover: string): Omit<DigestChoices, 'text'> {
  if (read.days !== undefined && read.zone === undefined) return { ...read, zone: leftover };
  return { ...read, days: read.days === undefined ? leftover : `${read.days} ${leftover}` };
}

/** Reads what was chosen; the first that cannot be understood is the problem. */
export function readTerms(
  shelf: Shelf,
  choices: Read<Omit<DigestChoices, 'text'>>,
  before: Before,
  at: number,
): Read<SubscriptionTerms> {
  if (isProblem(choices)) return choices;
  const { schedule } = before;
  const story = choices.story === undefined ? before : readStory(shelf, choices.story);
  const time = choices.time === undefined ? schedule : readTime(choices.time);
  const days = choices.days === undefined ? schedule : readDays(choices.days);
  const zone = choices.zone === undefined ? { zone: schedule.zone } : readZone(choices.zone);
  if (isProblem(story)) return story;
  if (isProblem(time)) return time;
  if (isProblem(days)) return days;
  if (isProblem(zone)) return zone;
  if (zone.zone === undefined) return { problem: digestWording.zoneMissing };
  const today = localDateOf(zone.zone, at);
  const quiet = choices.quiet === undefined ? schedule : readQuiet(choices.quiet, today);
  if (isProblem(quiet)) return quiet;
  return {
    story: story.story,
    schedule: {
      minute: time.minute,
      weekdays: days.weekdays,
      zone: zone.zone,
      quietDates: quiet.quietDates.filter((date) => date >= today),
    },
    whenUnchanged: choices.whenUnchanged ?? before.whenUnchanged,
  };
}

const OFFERED = 5;

function readStory(shelf: Shelf, name: string): Read<{ readonly story: Slug | undefined }> {
  const typed = name.trim();
  if (EVERY_STORY.test(typed)) return { story: undefined };
  const story = storyCalled(shelf, typed);
  if (story) return { story: story.slug };
  const near = [...new Set([...storiesMatching(shelf, typed), ...shelf.search(typed)])].slice(0, OFFERED);
  const offered = near.length > 0 ? ` ${digestWording.storiesNear(near.map(({ title }) => title))}` : '';
  const zones = zonesNear(typed);
  const orZone = zones.length > 0 ? ` ${digestWording.orZone(zones)}` : '';
  return { problem: `${digestWording.unknownStory(typed)}${offered}${orZone} ${digestWording.allStories}` };
}
