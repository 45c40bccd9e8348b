import { slackWording } from '../../../src/chat/wording-slack.ts';

/** The week as a form shows it; the values are what the digests read. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map<string, readonly Weekday[]>([
  ['day', WEEKDAYS],
  ['daily', WEEKDAYS],
  ['weekday', WEEKDAYS.slice(0, 5)],
  ['weekdays', WEEKDAYS.slice(0, 5)],
  ['weekend', WEEKDAYS.slice(5)],
  ['weekends', WEEKDAYS.slice(5)],
]);

/**
 * The days that a subscription's words name ("every weekday", "every Monday and Friday", "Monday to Thursday");
 * undefined when they say it in another way.
 */
export function weekdaysIn(days: string): readonly Weekday[] | undefined {
  const words = days
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '' && word !== 'every' && word !== 'and');
  const [first = '', middle, last = ''] = words;
  const group = words.length === 1 ? GROUPS.get(first) : undefined;
  if (group) return group;
  if (words.length === 3 && middle === 'to') {
    const [from, to] = [dayOf(first), dayOf(last)];
    const isRange = from !== undefined && to !== undefined && from <= to;
    return isRange ? WEEKDAYS.slice(from, to + 1) : undefined;
  }
  const named = words.map(dayOf);
  if (named.length === 0 || named.includes(undefined)) return undefined;
  return WEEKDAYS.filter((_, at) => named.includes(at));
}

const DAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?$/;

/** Monday is 0. */
function dayOf(word: string): number | undefined {
  return DAY.test(word) ? WEEKDAYS.findIndex((day) => word.startsWith(day)) : undefined;
}

/** A weekday as a choice. */
export function weekdayOption(day: Weekday) {
  const text = slackWording.digestForm.weekdays[WEEKDAYS.indexOf(day)] ?? day;
  return { text: { type: 'plain_text' as const, text, emoji: false }, value: day };
}
