const FORMATS = {
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const;

/** A resolved date in words: 2022-01-19 as "19 January 2022", 2022-01 as "January 2022", 2022 as it is. */
export function longDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const instant = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  return FORMATS[day === undefined ? 'month' : 'day'].format(instant);
}

/** True when a date as written already says what it resolves to: nothing need be added. */
export function saysItself(written: string, date: string): boolean {
  const [year = '', month, day] = date.split('-');
  const numbers: readonly string[] = written.match(/\d+/g) ?? [];
  return numbers.includes(year) && (month === undefined || day === undefined || numbers.length >= 2);
}
