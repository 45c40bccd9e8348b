const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
/** Between two dates of a stretch. */
export const TO = '\\.\\.\\.?|\\bto\\b|\\btill\\b|\\buntil\\b|\\bthrough\\b|\\bthru\\b|[-–—]';

const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+\\d{4})?';

/** Days that share a month: "24-26 Dec", "24, 25 and 26 December 2026"; "Dec 24-26", "December 24 and 26, 2026". */
const DAYS_FIRST = `${DAY}(?:\\s*(?:${TO}|,|&|,?\\s*\\band\\b)\\s*${DAY})+\\s+(?:of\\s+)?${MONTH}${YEAR}`;
const MONTH_FIRST = `${MONTH}\\s+${DAY}(?:\\s*(?:${TO}|&|\\band\\b)\\s*${DAY}(?![\\p{L}\\d:/]|\\.\\d|\\s+(?:of\\s+)?${MONTH}))+${YEAR}`;

/** One date: 2026-12-24, 24 Dec, 24 December 2026, Dec 24, December 24, 2026, 24.12.2026, 24.12.; 12/24 is refused. */
export const DATE = `\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{4})?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|${DAY}\\s+(?:of\\s+)?${MONTH}${YEAR}|${MONTH}\\s+${DAY}(?![\\p{L}\\d:/]|\\.\\d)${YEAR}`;

const ITEM = `(?:${DAYS_FIRST}|${MONTH_FIRST}|${DATE})`;

/** A list of dates and of stretches of them, as a pattern without anchors, for finding one in a text. */
export const QUIET_LIST = `${ITEM}(?:\\s*(?:${TO}|,|;|&|\\band\\b|\\s)\\s*${ITEM})*`;

const DAY_IN_LIST = /\d{1,2}(?:st|nd|rd|th)?(?!\d)/giu;
const SHARED_AFTER = new RegExp(
  `(?<![\\d.:/-]|${MONTH}\\s+)(${DAY}(?:\\s*(?:${TO}|,|&|,?\\s*\\band\\b)\\s*${DAY})+)\\s+(?:of\\s+)?(${MONTH}${YEAR})`,
  'giu',
);
const SHARED_BEFORE = new RegExp(
  `(${MONTH})\\s+(${DAY}(?:\\s*(?:${TO}|&|\\band\\b)\\s*${DAY}(?![\\p{L}\\d:/]|\\.\\d|\\s+(?:of\\s+)?${MONTH}))+)(${YEAR})`,
  'giu',
);

/** Gives each day the month it shares: "24-26 Dec" becomes "24 Dec-26 Dec". */
export function withOwnMonths(list: string): string {
  return list
    .replace(SHARED_BEFORE, (_, month: string, days: string, year: string) =>
      days.replace(DAY_IN_LIST, (day) => `${day} ${month}${year}`),
    )
    .replace(SHARED_AFTER, (_, days: string, month: string) =>
      days.replace(DAY_IN_LIST, (day) => `${day} ${month}`),
    );
}
