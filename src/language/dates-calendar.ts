/** Calendar arithmetic on days written YYYY-MM-DD; all of it in UTC, so that no zone's clock moves a day. */

const DAY = 86_400_000;

/** YYYY-MM-DD, or `undefined` when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = `${yearMonth(year, month)}-${two(day)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // Date.parse may roll February 30 over to March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** YYYY-MM */
export function yearMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}`;
}

/** The day so many days later, earlier when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days after `from` the day `to` is. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
