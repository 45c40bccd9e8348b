import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  localDateOf,
  nextOccurrence,
  nextOccurrences,
  occurrencesBetween,
} from '../../src/digest/occurrences.ts';
import type { LocalSchedule } from '../../src/digest/subscription.ts';
import { independentOccurrences, stretchesOf } from './independent-occurrences.ts';

const ZONES = [
  'America/New_York',
  'Europe/London',
  'Europe/Kyiv',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'UTC',
];
const [DAILY, WEEKDAYS, FRIDAYS] = [127, 31, 16];
const DAY = 86_400_000;

const at = (iso: string): number => Date.parse(iso);
const schedule = (
  zone: string,
  time: string,
  weekdays = DAILY,
  quietDates: string[] = [],
): LocalSchedule => ({
  zone,
  minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
  weekdays,
  quietDates,
});
const nextIso = (wanted: LocalSchedule, after: string): string | undefined => {
  const next = nextOccurrence(wanted, at(after));
  return next && `${next.localDate} ${new Date(next.instant).toISOString()}`;
};

describe.each(ZONES)('a year of digests in %s', (zone) => {
  it.each([2011, 2018, 2026, 2027])('%i: due when another way of reckoning has them', (year) => {
    const [from, until] = [at(`${year}-01-01T00:00:00Z`), at(`${year + 1}-01-01T00:00:00Z`)];
    const stretches = stretchesOf(zone, from, until);
    // Times that clock changes skip and repeat, and plain ones.
    for (const time of ['00:00', '00:30', '01:30', '02:15', '02:30', '03:30', '08:00', '23:59']) {
      for (const weekdays of [DAILY, WEEKDAYS]) {
        const wanted = schedule(zone, time, weekdays);
        const expected = independentOccurrences(stretches, wanted.minute, weekdays, from, until);
        expect(expected.length).toBeGreaterThanOrEqual(weekdays === DAILY ? 364 : 259);
        expect(occurrencesBetween(wanted, from - 1, until - 1)).toEqual(expected);
      }
    }
  });
});

describe('the next occurrence', () => {
  it('comes after the instant, never at it', () => {
    const wanted = schedule('Europe/Kyiv', '08:00');
    expect(nextIso(wanted, '2026-11-25T05:59:59.999Z')).toBe('2026-11-25 2026-11-25T06:00:00.000Z');
    expect(nextIso(wanted, '2026-11-25T06:00:00Z')).toBe('2026-11-26 2026-11-26T06:00:00.000Z');
  });

  it('is moved forward by the gap on the day whose clocks skip it', () => {
    expect(nextIso(schedule('America/New_York', '02:30'), '2027-03-14T05:00:00Z')).toBe(
      '2027-03-14 2027-03-14T07:30:00.000Z',
    );
    expect(nextIso(schedule('Australia/Lord_Howe', '02:15'), '2026-10-03T14:00:00Z')).toBe(
      '2026-10-04 2026-10-03T15:45:00.000Z',
    );
  });

  it('keeps its date when the gap reaches past midnight', () => {
    const wanted = schedule('America/Nuuk', '22:30');
    const next = nextOccurrences(wanted, at('2024-03-30T12:00:00Z'), 2);
    expect(next.map(({ localDate }) => localDate)).toEqual(['2024-03-30', '2024-03-31']);
    expect(nextOccurrence(wanted, (next[0]?.instant ?? 0) - 1)).toEqual(next[0]);
  });

  it('is the first of two when the clocks repeat it, also asked from between them', () => {
    const wanted = schedule('Europe/Kyiv', '03:30');
    expect(nextIso(wanted, '2026-10-24T21:00:00Z')).toBe('2026-10-25 2026-10-25T00:30:00.000Z');
    expect(nextIso(wanted, '2026-10-25T00:45:00Z')).toBe('2026-10-26 2026-10-26T01:30:00.000Z');
  });

  it('passes over a date that the zone never had', () => {
    const days = occurrencesBetween(
      schedule('Pacific/Apia', '08:00'),
      at('2011-12-28T00:00:00Z'),
      at('2011-12-31T00:00:00Z'),
    );
    expect(days.map(({ localDate }) => localDate)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31']);
    // It was a Friday.
    expect(nextIso(schedule('Pacific/Apia', '08:00', FRIDAYS), '2011-12-24T00:00:00Z')).toMatch(
      /^2012-01-06/,
    );
  });

  it('keeps to the weekdays and passes over quiet dates', () => {
    expect(nextIso(schedule('UTC', '08:00', WEEKDAYS), '2026-11-27T09:00:00Z')).toMatch(/^2026-11-30/);
    const quiet = ['2026-11-30', '2026-12-01'];
    expect(nextIso(schedule('UTC', '08:00', WEEKDAYS, quiet), '2026-11-27T09:00:00Z')).toMatch(/^2026-12-02/);
    const fridays = Array.from({ length: 60 }, (_, week) =>
      new Date(at('2026-11-27T00:00:00Z') + week * 7 * DAY).toISOString().slice(0, 10),
    );
    expect(nextIso(schedule('UTC', '08:00', FRIDAYS, fridays), '2026-11-25T00:00:00Z')).toMatch(
      /^2028-01-21/,
    );
  });

  it('is on a later date than the one that has its digest', () => {
    const evening = schedule('UTC', '18:00');
    const noon = at('2026-11-25T12:00:00Z');
    expect(nextOccurrence(evening, noon)?.localDate).toBe('2026-11-25');
    expect(nextOccurrence(evening, noon, { lastLocalDate: '2026-11-25' })?.localDate).toBe('2026-11-26');
    expect(nextOccurrence(evening, noon, { lastLocalDate: '2026-11-20' })?.localDate).toBe('2026-11-25');
  });

  it('names dates as the zone has them', () => {
    expect(localDateOf('Pacific/Auckland', at('2026-11-25T12:00:00Z'))).toBe('2026-11-26');
    expect(localDateOf('America/New_York', at('2026-11-25T02:00:00Z'))).toBe('2026-11-24');
  });
});

describe('the calendar, whatever is asked of it', () => {
  const anySchedule = fc.record({
    zone: fc.constantFrom(...ZONES, 'America/Nuuk', 'Africa/Cairo', 'America/Santiago'),
    minute: fc.integer({ min: 0, max: 1439 }),
    weekdays: fc.integer({ min: 1, max: 127 }),
    quietDates: fc.array(
      fc.integer({ min: 0, max: 400 }).map((day) => new Date(START + day * DAY).toISOString().slice(0, 10)),
      { maxLength: 40 },
    ),
  });
  const START = at('2026-01-01T00:00:00Z');
  const instant = fc.integer({ min: START, max: START + 365 * DAY });

  it('has each local date at most once, in order, and none that is quiet or on another weekday', () => {
    fc.assert(
      fc.property(anySchedule, instant, (wanted, after) => {
        const found = nextOccurrences(wanted, after, 30);
        expect(found).toHaveLength(30);
        for (const [i, { localDate, instant }] of found.entries()) {
          const previous = found[i - 1];
          expect(instant).toBeGreaterThan(previous?.instant ?? after);
          if (previous) expect(localDate > previous.localDate).toBe(true);
          expect(wanted.quietDates).not.toContain(localDate);
          expect((wanted.weekdays >> ((new Date(localDate).getUTCDay() + 6) % 7)) & 1).toBe(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has the same occurrences however the time is cut into ticks', () => {
    fc.assert(
      fc.property(
        anySchedule,
        instant,
        fc.array(fc.integer({ min: 1, max: 5 * DAY })),
        (wanted, from, steps) => {
          const inSteps = [];
          let after = from;
          for (const step of steps) {
            inSteps.push(...occurrencesBetween(wanted, after, after + step));
            after += step;
          }
          expect(inSteps).toEqual(occurrencesBetween(wanted, from, after));
        },
      ),
      { numRuns: 60 },
    );
  });
});
