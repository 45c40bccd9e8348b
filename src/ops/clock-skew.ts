import type { Finding } from './finding.ts';

/** Seconds by which a clock may be off: the header has whole seconds, and the answer took its time. */
const TOLERANCE = 30;
/** Slack's signatures are refused when they seem five minutes old; digests would come as late. */
const TOO_MUCH = 240;

/**
 * How this machine's clock stands to a platform's, by the `Date` of an answer of theirs.
 * @param now epoch milliseconds, when the answer came
 * @returns nothing when the answer had no date
 */
export function clockFindings(platform: string, date: string | null | undefined, now: number): Finding[] {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return [];
  const seconds = Math.round((now - theirs) / 1000);
  const off = Math.abs(seconds);
  if (off <= TOLERANCE) return [{ level: 'fine', what: `the clock agrees with ${platform}’s` }];
  const direction = seconds > 0 ? 'ahead of' : 'behind';
  const what = `the clock is ${off} s ${direction} ${platform}’s: let the system set it (NTP), or digests come at the wrong time and requests are refused`;
  return [{ level: off > TOO_MUCH ? 'problem' : 'warning', what }];
}
