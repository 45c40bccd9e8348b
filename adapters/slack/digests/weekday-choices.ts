import { slackWording } from '../../../src/chat/wording-slack.ts';

/** The week as a form shows it; the values are what the digests read. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const GROUPS: ReadonlyMap<string, readonly Weekday[]> = new Map<string, readonly Weekday[]>([
  ['daily', WEEKDAYS],
  ['weekdays', WEEKDAYS.slice(0, 5)],
  ['weekends', WEEKDAYS.slice(5)],
]);

/** The days that the words of a subscription name; undefined when they say it in another way. */
export function weekdaysIn(days: string): readonly Weekday[] | undefined {
  const words = days.toLowerCase().trim();
  const group = GROUPS.get(words);
  if (group) return group;
  const named = words.split(/[\s,]+/).map((word) => WEEKDAYS.find((day) => word.startsWith(day)));
  const known = named.flatMap((day) => day ?? []);
  return known.length === named.length && known.length > 0 ? known : undefined;
}

/** A weekday as a choice. */
export function weekdayOption(day: Weekday) {
  const text = slackWording.digestForm.weekdays[WEEKDAYS.indexOf(day)] ?? day;
  return { text: { type: 'plain_text' as const, text, emoji: false }, value: day };
}
