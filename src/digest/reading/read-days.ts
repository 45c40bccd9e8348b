import { digestWording } from '../../chat/wording-digest.ts';
import { nearest } from './nearest.ts';
import type { Read } from './read.ts';

const WORDS: Readonly<Record<string, number>> = {
  weekday: 0b0011111,
  weekdays: 0b0011111,
  workday: 0b0011111,
  workdays: 0b0011111,
  weekend: 0b1100000,
  weekends: 0b1100000,
  daily: 0b1111111,
  day: 0b1111111,
  days: 0b1111111,
  everyday: 0b1111111,
  all: 0b1111111,
};
const { weekdays: NAMES } = digestWording;
const SHORT = ['mon', 'tues?', 'wed(?:nes)?', 'thu(?:rs?)?', 'fri', 'sat(?:ur)?', 'sun'] as const;
const DAY_OF: readonly RegExp[] = SHORT.map((short) => new RegExp(`^${short}(?:days?|\\.|s)?$`, 'u'));

/** Words that may stand between days and mean nothing of their own. */
const FILLERS = new Set([
  'every',
  'each',
  'on',
  'the',
  'and',
  '&',
  '+',
  'also',
  'only',
  'single',
  'working',
  'business',
  'of',
  'week',
]);
const RANGE = new Set(['to', '-', '–', 'through', 'thru', 'till', 'until', '..']);
const EXCEPT = new Set(['except', 'but', 'not', 'without', 'excluding']);
/** They say which days only where no day is named: "every morning". */
const PART_OF_DAY = /^(?:morning|afternoon|evening|night)s?$/u;

/**
 * Reads which days of the week: "weekdays", "daily", "weekends and Monday", "mon,wed", "Monday to Thursday",
 * "every day but Sunday", "every weekday morning". A range may run over the weekend.
 * @returns a bit a weekday, Monday 1, Tuesday 2 … Sunday 64
 */
export function readDays(given: string): Read<{ readonly weekdays: number }> {
  const typed = given.trim();
  const words = typed
    .toLowerCase()
    .replace(/\b(?:apart from|other than|except for)\b/gu, 'except')
    .replace(/\bfrom\b/gu, ' ')
    .split(/[\s,;/]+|(?<=[a-z])(?=[-–]|\.\.)|(?<=[-–]|\.\.)(?=[a-z])/u)
    .filter((word) => word !== '');
  let weekdays = 0;
  let dropped = 0;
  let excluding = false;
  let last: number | undefined;
  let range = false;
  let isPartOfDay = false;
  for (const word of words) {
    if (EXCEPT.has(word)) {
      excluding = true;
      continue;
    }
    if (RANGE.has(word)) {
      if (last === undefined || range) return notDays(typed, word);
      range = true;
      continue;
    }
    if (FILLERS.has(word)) continue;
    if (PART_OF_DAY.test(word)) {
      isPartOfDay = true;
      continue;
    }
    const day = DAY_OF.findIndex((pattern) => pattern.test(word));
    const group = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (day < 0 && (group === undefined || range)) return notDays(typed, word);
    const bits = group ?? (range && last !== undefined ? span(last, day) : 1 << day);
    if (excluding) dropped |= bits;
    else weekdays |= bits;
    last = day < 0 ? undefined : day;
    range = false;
  }
  if (range || (excluding && dropped === 0)) return notDays(typed, typed);
  if ((excluding || isPartOfDay) && weekdays === 0) weekdays = 0b1111111;
  weekdays &= ~dropped;
  return weekdays === 0 ? notDays(typed, typed) : { weekdays };
}

/** From one day to another, over the end of the week if need be. */
function span(from: number, to: number): number {
  let bits = 0;
  for (let day = from; ; day = (day + 1) % 7) {
    bits |= 1 << day;
    if (day === to) return bits;
  }
}

function notDays(typed: string, word: string): { readonly problem: string } {
  const [meant] = nearest(word, [...NAMES, 'weekdays', 'weekends', 'daily']);
  return { problem: digestWording.notDays(word === '' ? typed : word, meant) };
}
