import { createRequire } from 'node:module';
import type { ParsedComponents } from 'chrono-node';
import { addDays, dayOf, daysBetween, weekdayOf, yearMonth } from './dates-calendar.ts';
import type { Direction } from './dates-direction.ts';
import type { DateKind } from './dates-finding.ts';

/** What a written date means on the calendar. */
export interface CalendarDate {
  /** YYYY-MM-DD, YYYY-MM or YYYY: as exact as the words are. */
  readonly date: string;
  /** The last day, month or year of a stretch of time, in the same form. */
  readonly until?: string;
}

type Chrono = typeof import('chrono-node/en');

let chrono: Chrono | undefined;

/** Loaded at the first date to resolve: it costs about 30 ms, and many runs never read a date. */
function load(): Chrono {
  chrono ??= createRequire(import.meta.url)('chrono-node/en') as Chrono;
  return chrono;
}

/** Days by which a year on the side the verbs deny must be nearer: verbs can be misread, a near day seldom is. */
const WRONG_SIDE = 120;
/** Words that make a time too loose to put a date to. */
const LOOSE =
  /\b(?:just|over|under|more|less|nearly|almost|about|around|roughly|some|approximately|least|few|several|couple|many|decades?|hours?)\b/i;

/** chrono reads number words up to twelve. */
const COUNTS = new Map(
  `thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`
    .split(' ')
    .map((word, i) => [word, 13 + i] as const)
    .concat([
      ['thirty', 30],
      ['forty', 40],
      ['fifty', 50],
      ['sixty', 60],
    ]),
);

/**
 * What a date found by `findDates` means, seen from the day of publication, or `undefined` when the words
 * do not fix it or need a publication date and there is none.
 * @param published YYYY-MM-DD
 * @param direction which side of `published` the sentence places it on; decides weekdays and missing years
 */
export function resolveDate(
  kind: DateKind,
  text: string,
  published: string | undefined,
  direction: Direction | undefined,
): CalendarDate | undefined {
  if (kind === 'vague') return undefined;
  if (kind === 'year') return years(text);
  if (published === undefined && !hasYear(text)) return undefined;
  const seenFrom = published ?? '2000-01-01';
  if (kind === 'day') return days(text, seenFrom, direction);
  if (kind === 'month') return month(text, seenFrom, direction);
  if (kind === 'weekday') return weekday(text, seenFrom, direction);
  return kind === 'ago' ? ago(text, seenFrom) : asExactAsNamed(text, seenFrom, direction);
}

function hasYear(text: string): boolean {
  return /\b(?:1[5-9]|20)\d\d\b/.test(text);
}

/** "2009", "early in 2016", "2004 to 2009", "1998-99". */
function years(text: string): CalendarDate | undefined {
  const [first, second] = text.match(/\d{4}|\d\d(?!\d)/g) ?? [];
  if (first === undefined) return undefined;
  if (second === undefined) return { date: first };
  const until = second.length === 2 ? first.slice(0, 2) + second : second;
  return until > first ? { date: first, until } : { date: first };
}

function days(text: string, published: string, direction: Direction | undefined): CalendarDate | undefined {
  const [first, second] = text.match(/^\d+(?=[/.])|(?<=^\d+[/.])\d+(?=[/.])/g)?.map(Number) ?? [];
  // Whether 5/6 is in May or June depends on the country.
  if (first !== undefined && second !== undefined && first <= 12 && second <= 12 && first !== second)
    return undefined;
  const european = first !== undefined && first > 12;
  const result = (european ? load().GB : load()).parse(text, reference(published))[0];
  if (result === undefined || !result.start.isCertain('day')) return undefined;
  const year = result.start.get('year') ?? 0;
  const sure = result.start.isCertain('year') || result.end?.isCertain('year') === true;
  const start = iso(sure ? year : likeliestYear(result.start, published, direction), result.start);
  if (start === undefined || result.end == null) return start === undefined ? undefined : { date: start };
  let until = iso(Number(start.slice(0, 4)), result.end);
  if (until !== undefined && until < start) until = iso(Number(start.slice(0, 4)) + 1, result.end);
  return until === undefined || until === start ? { date: start } : { date: start, until };
}

/** The year that puts a day of the month on the right side of publication and nearest to it. */
function likeliestYear(parts: ParsedComponents, published: string, direction: Direction | undefined): number {
  const year = Number(published.slice(0, 4));
  const distance = (candidate: number): number => {
    const days = daysBetween(published, iso(candidate, parts) ?? published);
    const wrongSide = (direction === 'past' && days > 0) || (direction === 'future' && days < 0);
    return Math.abs(days) + (wrongSide ? WRONG_SIDE : 0);
  };
  return [year, year - 1, year + 1].reduce((best, y) => (distance(y) < distance(best) ? y : best));
}

function month(text: string, published: string, direction: Direction | undefined): CalendarDate | undefined {
  const written = /\b(?:1[5-9]|20)\d\d\b/.exec(text)?.[0];
  const name = /Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/.exec(text)?.[0];
  if (name === undefined) return undefined;
  const number = 1 + 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(name) / 3;
  if (written !== undefined) return { date: yearMonth(Number(written), number) };
  const [year, current] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))];
  if (/^last/i.test(text)) return { date: yearMonth(number < current ? year : year - 1, number) };
  if (/^next/i.test(text)) return { date: yearMonth(number > current ? year : year + 1, number) };
  if (direction === 'future') return { date: yearMonth(number < current ? year + 1 : year, number) };
  return { date: yearMonth(number > current ? year - 1 : year, number) };
}

function weekday(
  text: string,
  published: string,
  direction: Direction | undefined,
): CalendarDate | undefined {
  const nearest = load().parse(text, reference(published))[0];
  const date = nearest && iso(nearest.start.get('year') ?? 0, nearest.start);
  if (date === undefined) return undefined;
  if (/^(?:last|next) /i.test(text)) return { date };
  const side = direction === 'future' ? 'future' : 'past';
  if (side === 'past' && date > published) return { date: addDays(date, -7) };
  if (side === 'future' && date < published) return { date: addDays(date, 7) };
  return { date };
}

function ago(text: string, published: string): CalendarDate | undefined {
  if (LOOSE.test(text)) return undefined;
  const counted = text.replace(/^[A-Za-z]+/, (word) => String(COUNTS.get(word.toLowerCase()) ?? word));
  return asExactAsNamed(counted, published, undefined);
}

/** A week is its Monday to Sunday, a weekend its two days, a month YYYY-MM, a year YYYY. */
function asExactAsNamed(
  text: string,
  published: string,
  direction: Direction | undefined,
): CalendarDate | undefined {
  const words = text.toLowerCase();
  const plain = words.replace(/^(?:earlier|later|early|late|(?:the )?(?:start|end) of) (?!the )/, '');
  if (plain.includes('weekend')) return weekend(plain, published, direction);
  if (plain === 'last night') return { date: addDays(published, -1) };
  const asked = plain
    .replace('this night', 'tonight')
    .replace('this past', 'past')
    .replace(/\bthe (?=week|month|year)/, 'this ');
  // From the middle of the month, since chrono takes a month after January 31 to be March.
  const seenFrom = /\bmonths?\b/.test(plain) ? `${published.slice(0, 8)}15` : published;
  const result = load().parse(asked, reference(seenFrom))[0];
  if (result === undefined) return undefined;
  const day = iso(result.start.get('year') ?? 0, result.start);
  if (day === undefined) return undefined;
  if (/\byears?\b/.test(words)) return { date: day.slice(0, 4) };
  if (/\bmonths?\b/.test(words)) return { date: day.slice(0, 7) };
  if (/\bweeks?\b/.test(words)) {
    // chrono takes a week to begin on Sunday.
    const within = words.includes('this week') ? published : day;
    const monday = addDays(within, -((weekdayOf(within) + 6) % 7));
    return { date: monday, until: addDays(monday, 6) };
  }
  return { date: day };
}

/** "This weekend" told as past is the one just gone; on a Saturday or Sunday it is the present one. */
function weekend(words: string, published: string, direction: Direction | undefined): CalendarDate {
  const toSaturday = (6 - weekdayOf(published) + 7) % 7;
  const coming = weekdayOf(published) === 0 ? addDays(published, -1) : addDays(published, toSaturday);
  const within = weekdayOf(published) === 0 || weekdayOf(published) === 6;
  const past = /^last|past/.test(words) || (words.startsWith('this') && direction === 'past' && !within);
  let saturday = past ? addDays(coming, -7) : coming;
  if (words.startsWith('next')) saturday = addDays(coming, 7);
  return { date: saturday, until: addDays(saturday, 1) };
}

function reference(published: string): { instant: Date; timezone: number } {
  // Noon in UTC: no zone's clock change moves it to another day.
  return { instant: new Date(`${published}T12:00:00Z`), timezone: 0 };
}

function iso(year: number, parts: ParsedComponents): string | undefined {
  return dayOf(year, parts.get('month') ?? 1, parts.get('day') ?? 1);
}
