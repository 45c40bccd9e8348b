import { Temporal } from 'temporal-polyfill';
import { digestWording } from '../../chat/wording-digest.ts';
import type { Read } from './read.ts';

/** Dates without a digest that one subscription may have. */
const MOST_DATES = 400;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
/** One date: 2026-12-24, 24 Dec, 24 December 2026, Dec 24, December 24, 2026. */
const DATE = `\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH.replace('(', '(?:')}(?:,?\\s+\\d{4})?|${MONTH.replace('(', '(?:')}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?`;
const RANGE = '\\.\\.\\.?|\\bto\\b|\\btill\\b|\\buntil\\b|\\bthrough\\b|[-–—]';

/** A list of dates and of stretches of them, as a pattern without anchors, for finding one in a text. */
export const QUIET_LIST = `(?:${DATE})(?:\\s*(?:${RANGE}|,|;|&|\\band\\b|\\s)\\s*(?:${DATE}))*`;

const ITEM = new RegExp(`^(${DATE})(?:\\s*(?:${RANGE})\\s*(${DATE}))?(?:\\s*(?:[,;&]|\\band\\b))*\\s*`, 'iu');

/**
 * Reads dates without a digest: "2026-12-24, 2026-12-31..2027-01-02", "24 Dec and 31 Dec to 2 Jan"; "none" is no
 * date. A date without a year is the next there is; those that are over are left out.
 * @param today YYYY-MM-DD where the digest is read
 * @returns sorted, each once
 */
export function readQuiet(given: string, today: string): Read<{ readonly quietDates: readonly string[] }> {
  let rest = given.trim();
  if (/^(?:none|no|never|-|)$/iu.test(rest)) return { quietDates: [] };
  const dates = new Set<string>();
  while (rest !== '') {
    const [item, fromText = '', toText] = ITEM.exec(rest) ?? [];
    if (!item) return { problem: digestWording.notDate(rest.split(/[\s,;]+/u)[0] ?? rest) };
    rest = rest.slice(item.length);
    const from = readDate(fromText, today);
    const to = toText === undefined ? from : readDate(toText, from ?? today);
    if (!from || !to) return { problem: digestWording.notDate((from ? toText : fromText) ?? fromText) };
    if (to < from) return { problem: digestWording.datesReversed(fromText, toText ?? '') };
    for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 })) {
      dates.add(day.toString());
      if (dates.size > MOST_DATES) return { problem: digestWording.tooManyDates(MOST_DATES) };
    }
  }
  return { quietDates: [...dates].filter((date) => date >= today).toSorted() };
}

/** YYYY-MM-DD; without a year, the first such date from `since` on. */
function readDate(text: string, since: string): string | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  if (isoYear !== undefined) return dateOf(Number(isoYear), Number(isoMonth), Number(isoDay));
  const month = MONTHS.findIndex((name) => text.toLowerCase().includes(name)) + 1;
  const [, day] = /(?<!\d)(\d{1,2})(?!\d)/u.exec(text) ?? [];
  const [year] = /\d{4}/u.exec(text) ?? [];
  if (day === undefined || month === 0) return undefined;
  if (year !== undefined) return dateOf(Number(year), month, Number(day));
  const first = Number(since.slice(0, 4));
  // 29 February may be years away.
  for (let candidate = first; candidate <= first + 8; candidate++) {
    const date = dateOf(candidate, month, Number(day));
    if (date !== undefined && date >= since) return date;
  }
  return undefined;
}

function dateOf(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
