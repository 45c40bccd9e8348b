import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDays } from '../../../src/digest/reading/read-days.ts';
import { readQuiet } from '../../../src/digest/reading/read-quiet.ts';
import { readTime } from '../../../src/digest/reading/read-time.ts';
import { completeZones, readZone } from '../../../src/digest/reading/read-zone.ts';
import { daysWords, quietText, quietWords, zoneWords } from '../../../src/digest/schedule-words.ts';
import { MORNING } from '../../support/stories.ts';
import { dayAfterToday, TODAY } from './today.ts';

describe('a time of day', () => {
  test.each([
    ['8:00', 480],
    ['08:00', 480],
    ['8.30', 510],
    ['8am', 480],
    ['8 AM', 480],
    ['8:15 p.m.', 1215],
    ['12am', 0],
    ['12 pm', 720],
    ['20h30', 1230],
    ['20h', 1200],
    ['0800', 480],
    ['at 7', 420],
    ['8 o’clock', 480],
    ['noon', 720],
    ['Midnight', 0],
    ['00:00', 0],
    ['23:59', 1439],
  ])('%s', (typed, minute) => {
    expect(readTime(typed)).toEqual({ minute });
  });

  test.each(['25:00', '24:00', '8:60', '13pm', '0am', '8:0', 'eight', '', 'constructor', '8:00:00'])(
    'not %s',
    (typed) => {
      expect(readTime(typed)).toEqual({
        problem: `“${typed}” is not a time of day: write it like 08:00, 8am or 20:30.`,
      });
    },
  );
});

describe('days', () => {
  test.each([
    ['weekdays', 31],
    ['every weekday', 31],
    ['weekends', 96],
    ['daily', 127],
    ['every day', 127],
    ['mon,wed', 5],
    ['Mon, Wed and Fri', 21],
    ['Monday to Thursday', 15],
    ['mon-thu', 15],
    ['fri–mon', 0b1110001],
    ['Tuesdays', 2],
    ['weekends and Monday', 97],
    ['every day except Sunday', 63],
    ['weekdays but not friday', 15],
    ['every day but Sunday', 63],
    ['all but monday', 126],
    ['all apart from weekends', 31],
    ['except Sunday', 63],
    ['every weekday morning', 31],
    ['monday evenings', 1],
    ['every morning', 127],
    ['mornings except Sunday', 63],
  ])('%s', (typed, weekdays) => {
    expect(readDays(typed)).toEqual({ weekdays });
  });

  test.each([
    [
      'every other monday',
      'I can’t read “other” as days: write them like weekdays, daily, mon,wed or Monday to Thursday.',
    ],
    [
      'all but',
      'I can’t read “all but” as days: write them like weekdays, daily, mon,wed or Monday to Thursday.',
    ],
    ['mondya', 'I know no day “mondya”: did you mean Monday?'],
    ['weekdys', 'I know no day “weekdys”: did you mean weekdays?'],
    [
      'often',
      'I can’t read “often” as days: write them like weekdays, daily, mon,wed or Monday to Thursday.',
    ],
    [
      'monday to',
      'I can’t read “monday to” as days: write them like weekdays, daily, mon,wed or Monday to Thursday.',
    ],
  ])('not %s', (typed, problem) => {
    expect(readDays(typed)).toEqual({ problem });
  });

  test('in words are read back the same, for every choice of days', () => {
    for (let weekdays = 1; weekdays <= 127; weekdays++) {
      expect(readDays(daysWords(weekdays)), daysWords(weekdays)).toEqual({ weekdays });
    }
  });
});

describe('a time zone', () => {
  test.each([
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['europe/kiev', 'Europe/Kyiv'],
    ['KYIV', 'Europe/Kyiv'],
    ['Kyiv time', 'Europe/Kyiv'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['são paulo', 'America/Sao_Paulo'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Calcutta', 'Asia/Kolkata'],
    ['San Francisco', 'America/Los_Angeles'],
    ['St. Petersburg', 'Europe/Moscow'],
    ['uk', 'Europe/London'],
    ['us/eastern', 'America/New_York'],
    ['utc', 'UTC'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    ['Japan', 'Asia/Tokyo'],
    ['Thailand', 'Asia/Bangkok'],
    ['Iceland', 'Atlantic/Reykjavik'],
    ['Taiwan', 'Asia/Taipei'],
    ['Malaysia', 'Asia/Kuala_Lumpur'],
    ['Turkey', 'Europe/Istanbul'],
    ['Türkiye', 'Europe/Istanbul'],
    ["Cote d'Ivoire", 'Africa/Abidjan'],
    ['Burma', 'Asia/Yangon'],
    ['Trinidad and Tobago', 'America/Port_of_Spain'],
    ['NYC', 'America/New_York'],
    ['new york city', 'America/New_York'],
    ['Washington, D.C.', 'America/New_York'],
    ['LA', 'America/Los_Angeles'],
  ])('%s', (typed, zone) => {
    // The runtime may have none of the newest name; then the older one is the same zone.
    expect(readZone(typed)).toEqual({ zone });
  });

  test.each([
    ['EET', /^“EET” is an abbreviation.*such as Kyiv, or UTC\.$/],
    ['est', /such as New York, or UTC/],
    ['UTC+2', /^“UTC\+2” does not say when the clocks change/],
    ['+02:00', /does not say when the clocks change/],
    ['Etc/GMT+5', /does not say when the clocks change/],
    ['Kyyiv', /did you mean Kyiv/],
    ['Londn', /did you mean London/],
    ['Spain', /^Spain has several times: name a city, such as Madrid or Canary\.$/],
    ['Australia', /such as Sydney, Brisbane, Perth, Adelaide or Darwin/],
    ['usa', /^USA has several times: name a city, such as New York, Chicago/],
    ['Eastern time', /^“Eastern time” is the time of many places.*such as New York, or UTC\.$/],
    ['central european', /such as Berlin, or UTC/],
    ['Mordor', /^I know no time zone “Mordor”: name a large city/],
    ['', /^Which clock\?/],
    ['constructor', /^I know no time zone/],
    ['../etc/passwd', /^I know no time zone/],
  ])('not %s', (typed, problem) => {
    expect(readZone(typed)).toEqual({ problem: expect.stringMatching(problem) });
  });

  test('is read back from its words', () => {
    for (const { value } of completeZones('a', MORNING, 500)) {
      expect(readZone(zoneWords(value)), value).toEqual({ zone: value });
    }
  });

  test('is completed from the beginning of any of its names, with the time it is there', () => {
    expect(completeZones('ky', MORNING, 25)[0]).toEqual({
      label: 'Europe/Kyiv · now 10:00',
      value: 'Europe/Kyiv',
    });
    expect(completeZones('york', MORNING, 25).map(({ value }) => value)).toContain('America/New_York');
    expect(completeZones('', MORNING, 25)).toHaveLength(25);
    expect(completeZones('e', MORNING, 25)).toHaveLength(25);
    expect(completeZones('zzz', MORNING, 25)).toEqual([]);
    for (const { label } of completeZones('a', MORNING, 500)) expect(label.length).toBeLessThanOrEqual(75);
  });
});

describe('quiet dates', () => {
  test.each([
    ['2026-12-24', ['2026-12-24']],
    ['2026-12-24, 2026-12-31..2027-01-02', ['2026-12-24', '2026-12-31', '2027-01-01', '2027-01-02']],
    ['24 Dec and 31 December to 1 Jan', ['2026-12-24', '2026-12-31', '2027-01-01']],
    ['Dec 25, 2026; dec 25', ['2026-12-25']],
    // Over, when this was written.
    ['2026-11-24', []],
    ['1 Nov', ['2027-11-01']],
    ['29 Feb', ['2028-02-29']],
    ['24-26 Dec', ['2026-12-24', '2026-12-25', '2026-12-26']],
    ['24, 25 and 27 December', ['2026-12-24', '2026-12-25', '2026-12-27']],
    ['Dec 24-25, 2027', ['2027-12-24', '2027-12-25']],
    ['31 Dec to 1 Jan 2028', ['2027-12-31', '2028-01-01']],
    ['Dec 24, 26 Dec', ['2026-12-24', '2026-12-26']],
    ['24.12.2026, 31.12.', ['2026-12-24', '2026-12-31']],
    ['none', []],
    ['', []],
  ])('%s', (typed, quietDates) => {
    expect(readQuiet(typed, TODAY)).toEqual({ quietDates });
  });

  test.each([
    ['2026-02-30', '“2026-02-30” is not a date'],
    ['christmas', '“christmas” is not a date'],
    ['2027-01-02..2026-12-31', '2026-12-31 is before 2027-01-02'],
    ['2026-12-01..2099-01-01', 'more than 400 quiet dates'],
    ['2026-12-24 xx', '“xx” is not a date'],
    ['12/24', '“12/24” is not a date'],
    ['24-26 Foo, 1 Jan', '“24-26 Foo” is not a date'],
  ])('not %s', (typed, problem) => {
    expect(readQuiet(typed, TODAY)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('in words and as typed are read back the same, up to the most there may be', () => {
    const dates = fc
      .uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 400, size: 'max' })
      .map((days) => days.map(dayAfterToday).toSorted());
    fc.assert(
      fc.property(dates, (quietDates) => {
        expect(readQuiet(quietWords(quietDates), TODAY)).toEqual({ quietDates });
        expect(readQuiet(quietText(quietDates), TODAY)).toEqual({ quietDates });
      }),
    );
  });

  test('in a row are written as one stretch', () => {
    const winter = Array.from({ length: 91 }, (_, day) => dayAfterToday(day + 6));
    expect(quietText(['2026-11-29', ...winter])).toBe('2026-11-29, 2026-12-01..2027-03-01');
  });
});
