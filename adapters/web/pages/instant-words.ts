const FORMAT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** An instant in words, in UTC, as the page's own time zone is nobody's: "2 November 2026 at 08:00 UTC". */
export function instantWords(instant: number): string {
  return `${FORMAT.format(instant)} UTC`;
}
