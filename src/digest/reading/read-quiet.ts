import { Temporal } from 'temporal-polyfill';
import { digestWording } from '../../chat/wording-digest.ts';
import { DATE, TO, withOwnMonths } from './quiet-list.ts';
import type { Read } from './read.ts';

/** Dates without a digest that one subscription may have. */
const MOST_DATES = 400;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ITEM = new RegExp(`^(${DATE})(?:\\s*(?:${TO})\\s*(${DATE}))?(?:\\s*(?:[,;&]|\\band\\b))*\\s*`, 'iu');

/** Characters in a list of as many dates as there may be. */
export const LONGEST_LIST = MOST_DATES * 15;

/**
 * Reads dates without a digest: "2026-12-24, 2026-12-31..2027-01-02", "24-26 Dec and 31 Dec to 2 Jan", "24.12.2026";
 * "none" is no date. A date without a year is the next there is, or that before the end of its stretch; those that
 * are over are left out. "12/24" is refused: elsewhere it would be another day.
 * @param today YYYY-MM-DD where the digest is read
 * @returns sorted, each once
 */
export function readQuiet(given: string, today: string): Read<{ readonly quietDates: readonly string[] }> {
  if (given.length > LONGEST_LIST) return { problem: digestWording.tooManyDates(MOST_DATES) };
  let rest = withOwnMonths(given.replace(/\s+/gu, ' ').trim());
  if (/^(?:none|no|never|-|)$/iu.test(rest)) return { quietDates: [] };
  const dates = new Set<string>();
  while (rest !== '') {
    const [item, fromText = '', toText] = ITEM.exec(rest) ?? [];
    if (!item) return { problem: digestWording.notDate(firstOf(rest)) };
    rest = rest.slice(item.length);
    const { from, to } = readStretch(fromText, toText, today);
    if (!from || !to) return { problem: digestWording.notDate((from ? toText : fromText) ?? fromText) };
    if (to < from) return { problem: digestWording.datesReversed(fromText, toText ?? '') };
    for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 })) {
      dates.add(day.toString());
      if (dates.size > MOST_DATES) return { problem: digestWording.tooManyDates(MOST_DATES) };
    }
  }
  return { quietDates: [...dates].filter((date) => date >= today).toSorted() };
}

/** What stands before the next date, whole. */
function firstOf(list: string): string {
  return list.split(/\s*[,;]|\s+and\b/u).find((words) => words !== '') ?? list;
}

/** The first and the last date; the first has the year of the last, where only that tells one, or the year before. */
function readStretch(fromText: string, toText: string | undefined, today: string) {
  if (toText === undefined) {
    const only = readDate(fromText, today);
    return { from: only, to: only };
  }
  const from = readDate(fromText, today);
  const to = readDate(toText, from ?? today);
  if (!to || YEAR.test(fromText) || !YEAR.test(toText)) return { from, to };
  const years = [Number(to.slice(0, 4)), Number(to.slice(0, 4)) - 1];
  const before = years.map((year) => readDate(fromText, `${year}-01-01`)).find((date) => date && date <= to);
  return { from: before ?? from, to };
}

const YEAR = /\d{4}/u;

/** YYYY-MM-DD; without a year, the first such date from `since` on. `undefined`: no date, or one of several. */
function readDate(text: string, since: string): string | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
  if (isoYear !== undefined) return dateOf(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, day, dotted] = /(?<!\d)(\d{1,2})(?!\d)(?:\.\s?(\d{1,2})\.)?/u.exec(text) ?? [];
  const month = Number(dotted ?? MONTHS.findIndex((name) => text.toLowerCase().includes(name)) + 1);
  const [year] = YEAR.exec(text) ?? [];
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
