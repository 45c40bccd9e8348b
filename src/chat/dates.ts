type Format = (instant: Date) => string;

let day: Format | undefined;
let month: Format | undefined;

/** Made when first wanted: the first formatter of a process takes some 30 ms. */
function formatOf(fields: Intl.DateTimeFormatOptions): Format {
  const { format } = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: 'UTC' });
  return format;
}

function formatDay(instant: Date): string {
  day ??= formatOf({ day: 'numeric', month: 'long', year: 'numeric' });
  return day(instant);
}

function formatMonth(instant: Date): string {
  month ??= formatOf({ month: 'long', year: 'numeric' });
  return month(instant);
}

/** A resolved date in words: 2022-01-19 as "19 January 2022", 2022-01 as "January 2022", 2022 as it is. */
export function longDate(date: string): string {
  const [year = '', inYear, inMonth] = date.split('-');
  if (inYear === undefined) return year;
  const instant = new Date(`${year}-${inYear}-${inMonth ?? '01'}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  return inMonth === undefined ? formatMonth(instant) : formatDay(instant);
}

/** True when a date as written already says what it resolves to: nothing need be added. */
export function saysItself(written: string, date: string): boolean {
  const [year = '', month, day] = date.split('-');
  const numbers: readonly string[] = written.match(/\d+/g) ?? [];
  return numbers.includes(year) && (month === undefined || day === undefined || numbers.length >= 2);
}
