/** A stretch of time in which a zone keeps its distance from UTC. All in epoch minutes. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/**
 * Another way to the occurrences, without a calendar library: Intl's wall clock, looked at four times a day, gives the
 * stretches between clock changes, and plain arithmetic on them the instants. From and until: epoch milliseconds,
 * the first included, the last not.
 */
export function independentOccurrences(
  stretches: readonly Stretch[],
  minute: number,
  weekdays: number,
  from: number,
  until: number,
): readonly { readonly localDate: string; readonly instant: number }[] {
  const found: { localDate: string; instant: number }[] = [];
  for (let day = Math.floor(from / MINUTE / DAY) - 2; day <= until / MINUTE / DAY + 2; day++) {
    // 1 January 1970 was a Thursday.
    if (((weekdays >> ((day + 3) % 7)) & 1) === 0) continue;
    const instant = instantOf(stretches, day, minute);
    if (instant === undefined || instant * MINUTE < from || instant * MINUTE >= until) continue;
    found.push({
      localDate: new Date(day * DAY * MINUTE).toISOString().slice(0, 10),
      instant: instant * MINUTE,
    });
  }
  return found;
}

const MINUTE = 60_000;
const DAY = 1440;
const LOOK = DAY / 4;

function instantOf(stretches: readonly Stretch[], day: number, minute: number): number | undefined {
  const wanted = day * DAY + minute;
  const shows = stretches.find(
    ({ from, until, offset }) => from <= wanted - offset && wanted - offset < until,
  );
  if (shows) return wanted - shows.offset;
  const isThere = stretches.some(
    ({ from, until, offset }) => from + offset < (day + 1) * DAY && until + offset > day * DAY,
  );
  if (!isThere) return undefined;
  // No clock ever shows it: as if the clock had not been changed yet.
  const before = stretches.findLast(({ from, offset }) => from + offset <= wanted);
  return before && wanted - before.offset;
}

/** The stretches of a zone between two instants, in epoch milliseconds, and some days around them. */
export function stretchesOf(zone: string, since: number, till: number): readonly Stretch[] {
  const [from, until] = [since / MINUTE - 3 * DAY, till / MINUTE + 3 * DAY];
  const offsetAt = offsets(zone);
  const stretches: Stretch[] = [];
  let begun = from;
  let here = offsetAt(from);
  for (let at = from; at < until; at += LOOK) {
    const next = offsetAt(at + LOOK);
    if (here === next) continue;
    let [before, change] = [at, at + LOOK];
    while (change - before > 1) {
      const middle = Math.floor((before + change) / 2);
      if (offsetAt(middle) === here) before = middle;
      else change = middle;
    }
    stretches.push({ from: begun, until: change, offset: here });
    [begun, here] = [change, next];
  }
  return [...stretches, { from: begun, until, offset: offsetAt(until) }];
}

/** How many minutes a zone's clocks are ahead of UTC. */
function offsets(zone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (minute) => {
    const parts = format.formatToParts(minute * MINUTE);
    const part = (name: Intl.DateTimeFormatPartTypes) =>
      Number(parts.find(({ type }) => type === name)?.value);
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
    return wall / MINUTE - minute;
  };
}
