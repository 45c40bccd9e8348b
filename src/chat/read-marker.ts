/** What somebody was last told of a story: enough to say later what has changed since. */
export interface ReadMarker extends ReadOnce {
  /** The other version they were told of before that one. */
  readonly earlier?: ReadOnce;
}

/** A version of a story, and when somebody was told of it. */
export interface ReadOnce {
  readonly version: number;
  /** Epoch milliseconds; of several times, one on the UTC day of the last. */
  readonly at: number;
}

/** How much is remembered of what people have read. */
export interface ReadLimits {
  /** Milliseconds after somebody was last told of a story. */
  readonly keptFor: number;
  /** Of each person: those they were told of last. */
  readonly stories: number;
  /** In a process that keeps nothing; where there is a store, time alone is the limit. */
  readonly people: number;
}

const DAY = 24 * 3_600_000;

export const READ_LIMITS: ReadLimits = { keptFor: 90 * DAY, stories: 100, people: 10_000 };

/** The marker once they are told of a version; `undefined` when it stays as it is. */
export function markedRead(
  before: ReadMarker | undefined,
  version: number,
  now: number,
): ReadMarker | undefined {
  if (before === undefined) return { version, at: now };
  if (before.version !== version) {
    return { version, at: now, earlier: { version: before.version, at: before.at } };
  }
  // A write a day says when well enough.
  return dayOf(before.at) === dayOf(now) ? undefined : { ...before, at: now };
}

/** The version they knew before the newest: what has changed for them since. */
export function readBefore(marker: ReadMarker | undefined, newest: number): ReadOnce | undefined {
  return marker?.version === newest ? marker.earlier : marker;
}

function dayOf(instant: number): number {
  return Math.floor(instant / DAY);
}
