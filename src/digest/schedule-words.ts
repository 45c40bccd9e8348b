import { Temporal } from 'temporal-polyfill';
import { digestWording } from '../chat/wording-digest.ts';
import type { Occurrence } from './occurrences.ts';
import type { LocalSchedule } from './subscription.ts';

const { weekdays: NAMES } = digestWording;
const EVERY_DAY = 0b1111111;
const WORKING_DAYS = 0b0011111;
const WEEKEND = 0b1100000;

/** "every weekday at 08:00, Kyiv time, but not on 24 Dec 2026". */
export function scheduleWords(schedule: LocalSchedule): string {
  const { minute, weekdays, zone, quietDates } = schedule;
  const words = digestWording.schedule(daysWords(weekdays), clockTime(minute), zoneWords(zone));
  return quietDates.length === 0 ? words : digestWording.exceptOn(words, quietWords(quietDates));
}

/** "08:00". */
export function clockTime(minute: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** "every weekday", "every Monday and Friday", "Monday to Thursday", from a bit a weekday. */
export function daysWords(weekdays: number): string {
  if (weekdays === EVERY_DAY) return digestWording.everyDay;
  if (weekdays === WORKING_DAYS) return digestWording.everyWeekday;
  if (weekdays === WEEKEND) return digestWording.everyWeekend;
  const days = NAMES.flatMap((name, index) => ((weekdays >> index) & 1 ? [{ name, index }] : []));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  const inARow = last.index - first.index === days.length - 1;
  if (inARow && days.length > 2) return digestWording.fromTo(first.name, last.name);
  return digestWording.every(listed(days.map(({ name }) => name)));
}

/** "Kyiv time" of Europe/Kyiv. */
export function zoneWords(zone: string): string {
  const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return zone.includes('/') && !zone.startsWith('Etc/') ? digestWording.cityTime(city) : city;
}

/** "24 Dec 2026, 31 Dec 2026 to 2 Jan 2027": days in a row are told as one stretch. */
export function quietWords(dates: readonly string[]): string {
  return stretches(dates)
    .map(({ from, to }) =>
      from === to ? quietDay(from) : digestWording.fromTo(quietDay(from), quietDay(to)),
    )
    .join(', ');
}

/** Quiet dates as somebody would type them: "2026-12-24, 2026-12-31..2027-01-02". */
export function quietText(dates: readonly string[]): string {
  return stretches(dates)
    .map(({ from, to }) => (from === to ? from : `${from}..${to}`))
    .join(', ');
}

/** Dates in order, those in a row as one. */
function stretches(dates: readonly string[]): readonly { readonly from: string; readonly to: string }[] {
  const runs: { from: string; to: string }[] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run && Temporal.PlainDate.from(run.to).add({ days: 1 }).toString() === date) run.to = date;
    else runs.push({ from: date, to: date });
  }
  return runs;
}

const DAY_AND_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function quietDay(date: string): string {
  return DAY_AND_YEAR.format(new Date(`${date}T00:00:00Z`));
}

/** "Tue 24 Nov" of an instant in a zone; with the year when it is not that of `now`. */
export function dayWords(zone: string, instant: number, now: number): string {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: zone,
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts['weekday']} ${parts['day']} ${parts['month']}`;
  return yearAt(zone, instant) === yearAt(zone, now) ? day : `${day} ${parts['year']}`;
}

/** "Tue 24 Nov at 08:00". */
export function momentWords(zone: string, instant: number, now: number): string {
  const { hour, minute } = zoned(zone, instant);
  return digestWording.dayAt(dayWords(zone, instant, now), clockTime(hour * 60 + minute));
}

/** A coming digest and what a reader may wonder at: a clock change before it, or a time moved by one. */
export function occurrenceWords(
  { zone, minute }: LocalSchedule,
  { instant, localDate }: Occurrence,
  { since, now }: { readonly since: number; readonly now: number },
): string {
  const when = momentWords(zone, instant, now);
  const at = zoned(zone, instant);
  const change = clockChange(zone, since, instant);
  const moved = at.hour * 60 + at.minute !== minute || at.toPlainDate().toString() !== localDate;
  if (moved) return digestWording.movedByClock(when, clockTime(minute));
  if (change === undefined) return when;
  const { hours, instant: changed } = change;
  return digestWording.afterClockChange(when, hours, dayWords(zone, changed, now));
}

/** The last change of a zone's clocks between two instants, in hours; `undefined` when there is none. */
function clockChange(
  zone: string,
  since: number,
  until: number,
): { readonly hours: number; readonly instant: number } | undefined {
  const change = zoned(zone, until).add({ seconds: 1 }).getTimeZoneTransition('previous');
  if (!change || change.epochMilliseconds <= since) return undefined;
  const before = change.subtract({ nanoseconds: 1 });
  const hours = (change.offsetNanoseconds - before.offsetNanoseconds) / 3_600_000_000_000;
  return hours === 0 ? undefined : { hours, instant: change.epochMilliseconds };
}

function yearAt(zone: string, instant: number): number {
  return zoned(zone, instant).year;
}

function zoned(zone: string, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
