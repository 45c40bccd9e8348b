import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isProblem } from '../../../src/digest/reading/read.ts';
import { readDays } from '../../../src/digest/reading/read-days.ts';
import { readQuiet } from '../../../src/digest/reading/read-quiet.ts';
import { readText } from '../../../src/digest/reading/read-text.ts';
import { readTime } from '../../../src/digest/reading/read-time.ts';
import { readZone } from '../../../src/digest/reading/read-zone.ts';
import { storyNames } from '../../../src/digest/reading/story-names.ts';
import { clockTime, scheduleWords } from '../../../src/digest/schedule-words.ts';
import { shelfWith } from '../../support/stories.ts';
import { dayAfterToday, TODAY } from './today.ts';

const NO_STORIES = storyNames(shelfWith());

function story(slug: string, title: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nslug: ${slug}\n---\n\nSomething happened.\n`;
}

describe('everything typed in one go', () => {
  const stories = storyNames(
    shelfWith(
      story('kyiv-siege', 'Kyiv siege'),
      story('kyiv', 'Kyiv'),
      story('black-friday-sales', 'Sales are up'),
      story('sunday-crash', 'Sunday train crash kills four'),
      story('daily-mail-row', 'A row at a newspaper'),
      story('moon', 'Apollo 11: 50 years on'),
      story('daily', 'Daily'),
      story('others', 'The rest of us'),
      story('noon', 'Every Sunday at noon'),
    ),
  );

  test.each([
    ['8:00 weekdays Europe/Kyiv', { time: '8:00', days: 'weekdays', zone: 'Europe/Kyiv' }],
    ['every weekday at 8am kyiv time', { time: '8am', days: 'weekday', zone: 'kyiv' }],
    [
      'harbour-bridge new york 20.30 mon, wed and fri',
      { story: 'harbour-bridge', time: '20.30', days: 'mon, wed and fri', zone: 'new york' },
    ],
    [
      'at 8 daily in London about the harbour bridge',
      { story: 'harbour bridge', time: '8', days: 'daily', zone: 'London' },
    ],
    [
      'all 8am Monday to Thursday UTC unchanged silent',
      { story: 'all', time: '8am', days: 'Monday to Thursday', zone: 'UTC', whenUnchanged: 'silent' },
    ],
    [
      '8am kyiv quiet 2026-12-24, 2026-12-31..2027-01-02',
      { time: '8am', zone: 'kyiv', quiet: '2026-12-24, 2026-12-31..2027-01-02' },
    ],
    ['noon if nothing changed stay silent', { time: 'noon', whenUnchanged: 'silent' }],
    ['kyiv siege 8am', { story: 'kyiv siege', time: '8am' }],
    ['kyiv siege 8am london', { story: 'kyiv siege', time: '8am', zone: 'london' }],
    ['"siege of paris" 8am tokyo', { story: 'siege of paris', time: '8am', zone: 'tokyo' }],
    [
      'story="call at noon" zone:kyiv time=9:00 days=mon',
      { story: 'call at noon', zone: 'kyiv', time: '9:00', days: 'mon' },
    ],
    ['8am EST', { time: '8am', zone: 'EST' }],
    ['25:00 kyiv', { time: '25:00', zone: 'kyiv' }],
    ['every morning', { days: 'every morning' }],
    ['every day except Sunday 7am', { days: 'every day except Sunday', time: '7am' }],
    ['', {}],
  ])('%s', (typed, expected) => {
    expect(readText(typed, stories)).toEqual(expected);
  });

  test.each([
    ['black-friday-sales 8:01 daily', { story: 'black-friday-sales', time: '8:01', days: 'daily' }],
    ['8am weekdays sunday-crash', { story: 'sunday-crash', time: '8am', days: 'weekdays' }],
    ['daily-mail-row', { story: 'daily-mail-row' }],
    [
      'Sunday train crash kills four at 8am daily',
      { story: 'Sunday train crash kills four', time: '8am', days: 'daily' },
    ],
    ['Apollo 11: 50 years on, 9:30', { story: 'Apollo 11: 50 years on', time: '9:30' }],
    ['"Apollo 11: 50 years on" 9:30', { story: 'Apollo 11: 50 years on', time: '9:30' }],
    ['“Every Sunday at noon” weekends', { story: 'Every Sunday at noon', days: 'weekends' }],
    ['the rest of us 8am', { story: 'The rest of us', time: '8am' }],
    ['"Daily" 8am', { story: 'Daily', time: '8am' }],
  ])('a story’s name stays whole, whatever days and times are in it: %s', (typed, expected) => {
    expect(readText(typed, stories)).toEqual(expected);
  });

  test('a day beside a hyphen is no day, also where nobody knows the story', () => {
    expect(readText('black-friday-clash 8:01 daily', stories)).toEqual({
      story: 'black-friday-clash',
      time: '8:01',
      days: 'daily',
    });
    expect(readText('call-at-noon', stories)).toEqual({ story: 'call-at-noon' });
  });

  test('a story that is called like a day or a zone is meant only where nothing else can be', () => {
    expect(readText('8:00 daily Kyiv', stories)).toEqual({ time: '8:00', days: 'daily', zone: 'Kyiv' });
  });

  test.each([
    ['8 weekdays Kyiv', { time: '8', days: 'weekdays', zone: 'Kyiv' }],
    ['0800 weekdays Kyiv', { time: '0800', days: 'weekdays', zone: 'Kyiv' }],
    ['9', { time: '9' }],
    ['kyiv siege 8', { story: 'kyiv siege', time: '8' }],
    ['8 nonsense', { time: '8', story: 'nonsense' }],
    ['1999', { story: '1999' }],
    ['silent 8am Kyiv', { time: '8am', zone: 'Kyiv', whenUnchanged: 'silent' }],
    ['8am Kyiv line', { time: '8am', zone: 'Kyiv', whenUnchanged: 'line' }],
    ['all silent 8', { story: 'all', time: '8', whenUnchanged: 'silent' }],
    ['send', { whenUnchanged: 'send' }],
    ['send 8am', { time: '8am' }],
    ['the thin red line 8am', { story: 'thin red line', time: '8am' }],
  ])(
    'a number or a word by itself is the time, or what to do when nothing changed: %s',
    (typed, expected) => {
      expect(readText(typed, stories)).toEqual(expected);
    },
  );

  test.each([
    ['8am daily but sunday', 'daily but sunday', 0b0111111],
    ['all but monday 8am', 'all but monday', 0b1111110],
    ['not sunday 8am', 'not sunday', 0b0111111],
    ['every weekday morning at 8', 'weekday morning', 0b0011111],
    ['mornings', 'mornings', 0b1111111],
    ['daily, 8am, but not on weekends', 'daily, , , but not on weekends', 0b0011111],
  ])('days with something left out, and parts of days: %s', (typed, days, weekdays) => {
    expect(readText(typed, stories)).toMatchObject({ days });
    expect(readDays(days)).toEqual({ weekdays });
  });

  test.each([
    ['8am quiet 24-26 Dec, 9 jan', { time: '8am', quiet: '24-26 Dec, 9 jan' }],
    ['quiet Dec 24-26, 8 weekdays', { quiet: 'Dec 24-26', time: '8', days: 'weekdays' }],
    ['quiet 24.12.2026 daily', { quiet: '24.12.2026', days: 'daily' }],
    ['quiet 12/24 8am', { quiet: '12/24', time: '8am' }],
  ])('quiet dates as people write them: %s', (typed, expected) => {
    expect(readText(typed, stories)).toEqual(expected);
  });

  test.each([
    ['8am Spain', { time: '8am', zone: 'Spain' }],
    ['8 central european time', { time: '8', zone: 'central european time' }],
    ['Eastern time 8pm', { time: '8pm', zone: 'Eastern time' }],
  ])('a zone that must be told more closely is still the zone: %s', (typed, expected) => {
    expect(readText(typed, stories)).toEqual(expected);
  });

  test('what is left beside a story that was named is not passed over', () => {
    expect(readText('story=kyiv 8am nonsense', stories)).toEqual({
      problem: 'I don’t understand “nonsense”.',
    });
  });

  test('what is too long is refused, not cut; dates apart', () => {
    const list = Array.from({ length: 400 }, (_, day) => dayAfterToday(2 * day + 1)).join(', ');
    expect(readText(`8am Kyiv quiet ${list}`, stories)).toEqual({ time: '8am', zone: 'Kyiv', quiet: list });
    expect(readText(`8am ${'x'.repeat(500)}`, stories)).toEqual({
      problem: 'That is too long: say it in 500 characters at most, quiet dates apart.',
    });
  });

  test.each([
    ['8 '.repeat(250)],
    [`quiet ${'1,'.repeat(2_900)}`],
    [`quiet ${'1-'.repeat(2_900)}dec`],
    [`quiet 1 ${'dec 1 '.repeat(900)}`],
    ['mon,'.repeat(120)],
    ['not '.repeat(120)],
    ['utc/a '.repeat(80)],
    ['at '.repeat(160)],
    [', '.repeat(240)],
  ])('nothing that is typed takes long', (typed) => {
    const began = performance.now();
    readText(typed, stories);
    readQuiet(typed, TODAY);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('a schedule in words is read back the same', () => {
    fc.assert(
      fc.property(
        fc.nat(1439),
        fc.integer({ min: 1, max: 127 }),
        fc.constantFrom(
          'Europe/Kyiv',
          'America/New_York',
          'UTC',
          'Australia/Lord_Howe',
          'America/Argentina/Buenos_Aires',
        ),
        fc.constantFrom([], ['2026-12-24'], ['2026-12-24', '2026-12-31', '2027-01-01']),
        (minute, weekdays, zone, quietDates) => {
          const words = scheduleWords({ minute, weekdays, zone, quietDates });
          const read = readText(words, NO_STORIES);
          if (isProblem(read)) throw new Error(read.problem);
          expect(read.time, words).toBe(clockTime(minute));
          expect(readDays(read.days ?? ''), words).toEqual({ weekdays });
          expect(readZone(read.zone ?? ''), words).toEqual({ zone });
          expect(readQuiet(read.quiet ?? '', TODAY), words).toEqual({ quietDates });
          expect(read.story, words).toBeUndefined();
        },
      ),
    );
  });

  test('any text at all is taken apart or refused in words, quickly', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            ...'8 8:00 am at , - to mon every day quiet 2026-12-24 .. kyiv time / story= " utc +2 dec none'.split(
              ' ',
            ),
          ),
          { maxLength: 40 },
        )
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = readText(typed, NO_STORIES);
        for (const reader of [readTime, readDays, readZone, (given: string) => readQuiet(given, TODAY)]) {
          for (const given of [typed, ...Object.values(read)]) expect(reader(given)).toBeTypeOf('object');
        }
      }),
      { numRuns: 200 },
    );
  });
});
