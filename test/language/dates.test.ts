import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDates } from '../../src/language/dates.ts';

/** A Thursday. */
const PUBLISHED = '2024-05-16';

/** "Wednesday = 2024-05-15", "last week = 2024-05-06..2024-05-12", "9/11 = ?". */
function read(text: string, published: string | undefined = PUBLISHED): string[] {
  return readDates({ text }, published).map(
    ({ from, to, date, until }) => `${text.slice(from, to)} = ${date ?? '?'}${until ? `..${until}` : ''}`,
  );
}

describe('a weekday is the one the verbs point to', () => {
  it.each([
    ['The minister said on Wednesday that talks would resume.', 'Wednesday = 2024-05-15'],
    ['The match on Sunday ended in a draw.', 'Sunday = 2024-05-12'],
    ['The company said Tuesday it had agreed to buy a rival.', 'Tuesday = 2024-05-14'],
    ['He could not be reached on Tuesday.', 'Tuesday = 2024-05-14'],
    ['It was used a million times by Saturday night.', 'Saturday night = 2024-05-11'],
    ['Thousands were told on Monday to leave.', 'Monday = 2024-05-13'],
    ['A girl was found alive on Friday.', 'Friday = 2024-05-10'],
    ['Talks will resume on Wednesday.', 'Wednesday = 2024-05-22'],
    ['The two leaders are to meet in Geneva on Monday.', 'Monday = 2024-05-20'],
    ['Officials told staff to leave by Monday.', 'Monday = 2024-05-20'],
    ['The court is expected to rule by Friday.', 'Friday = 2024-05-17'],
    ["Ahead of Saturday's vote, the party dropped its candidate.", 'Saturday = 2024-05-18'],
    ['In advance of critical talks Friday, the two sides appeared far apart.', 'Friday = 2024-05-17'],
    ['The storm is forecast to hit on Saturday night.', 'Saturday night = 2024-05-18'],
    ['The deadline is Friday.', 'Friday = 2024-05-17'],
    ['The festival opens on Tuesday.', 'Tuesday = 2024-05-21'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));

  it('the day of publication counts as past and as coming', () => {
    expect(read('The report, published Thursday, warns of floods.')).toEqual(['Thursday = 2024-05-16']);
    expect(read('The report will be published on Thursday.')).toEqual(['Thursday = 2024-05-16']);
  });

  it('each of two in one sentence by its own verb', () => {
    expect(read('Trump, who is due in court on Tuesday, denied the charges on Friday.')).toEqual([
      'Tuesday = 2024-05-21',
      'Friday = 2024-05-10',
    ]);
  });

  it('"last" and "next" say it themselves', () => {
    expect(read('She was arrested last Friday.')).toEqual(['last Friday = 2024-05-10']);
    expect(read('She returned next Tuesday.')).toEqual(['next Tuesday = 2024-05-21']);
  });
});

describe('days, months and years', () => {
  it.each([
    ['He was born on 3 March 1961 in Leeds.', '3 March 1961 = 1961-03-03'],
    ['The contract was signed on Sept. 14, 2015, in Paris.', 'Sept. 14, 2015 = 2015-09-14'],
    ['It happened on Monday, May 6.', 'Monday, May 6 = 2024-05-06'],
    ['The attack happened on 22 March.', '22 March = 2024-03-22'],
    ['The law takes effect on 1 January.', '1 January = 2025-01-01'],
    ['It took effect on 1 January.', '1 January = 2024-01-01'],
    [
      'It is to be held from November 20 to December 11.',
      'November 20 to December 11 = 2024-11-20..2024-12-11',
    ],
    ['It runs from 30 December to 2 January.', '30 December to 2 January = 2024-12-30..2025-01-02'],
    ['The summit of May 5-7 failed.', 'May 5-7 = 2024-05-05..2024-05-07'],
    ['Prices rose in April.', 'April = 2024-04'],
    ['He will step down in September.', 'September = 2024-09'],
    ['Last May it won a prize.', 'Last May = 2023-05'],
    ['The war, which began in February 2022, goes on.', 'February 2022 = 2022-02'],
    ['It was the first victory since 1958.', '1958 = 1958'],
    ['Voters would choose early in 2016.', 'early in 2016 = 2016'],
    ['Between 2004 and 2009 the city shrank.', '2004 and 2009 = 2004..2009'],
    ['From 2010-14 he led the bank.', '2010-14 = 2010..2014'],
    ['In the late 1990s prices fell.', 'the late 1990s = ?'],
    ['It opened on 14/09/2015.', '14/09/2015 = 2015-09-14'],
    ['It opened on 05/06/2015.', '05/06/2015 = ?'],
    ['It opened on 2015-09-14.', '2015-09-14 = 2015-09-14'],
    ['He was found on 30 February.', '30 February = ?'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

describe('times seen from the day of publication', () => {
  it.each([
    ['The judge ruled yesterday evening.', 'yesterday evening = 2024-05-15'],
    ['Rescuers hope to reach them by tomorrow.', 'tomorrow = 2024-05-17'],
    ['The government announced today that it will resign.', 'today = 2024-05-16'],
    ['War games are planned for next month.', 'next month = 2024-06'],
    ['The visas were denied until last week.', 'last week = 2024-05-06..2024-05-12'],
    ['Earlier this month the bank cut rates.', 'Earlier this month = 2024-05'],
    ['The show aired this weekend.', 'this weekend = 2024-05-11..2024-05-12'],
    ['The show will air this weekend.', 'this weekend = 2024-05-18..2024-05-19'],
    ["Next year's competition is in Mexico City.", 'Next year = 2025'],
    ['He died three days ago.', 'three days ago = 2024-05-13'],
    ['The vote took place two weeks ago.', 'two weeks ago = 2024-04-29..2024-05-05'],
    ['They married seventeen years ago.', 'seventeen years ago = 2007'],
    ['It shipped nearly a decade ago.', 'nearly a decade ago = ?'],
    ['It will reply within 48 hours.', 'within 48 hours = ?'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]));
});

it('counts months from the last day of one, too', () => {
  expect(read('It began last month and ends next month.', '2024-03-31')).toEqual([
    'last month = 2024-02',
    'next month = 2024-04',
  ]);
  expect(read('It will begin next month.', '2024-01-31')).toEqual(['next month = 2024-02']);
  expect(read('He died last night.', '2024-01-01')).toEqual(['last night = 2023-12-31']);
  expect(read('It is closed this week.', '2024-03-03')).toEqual(['this week = 2024-02-26..2024-03-03']);
});

describe('what is no date', () => {
  it.each([
    'Police said the man may face trial.',
    'The 2018 World Cup drew a crowd.',
    'The Sunday Times has a new editor, and Black Friday sales fell.',
    'The shop shuts on Sundays.',
    'Today, many people own phones.',
    'The market share has dropped to 56 percent today.',
    'Around 1500 people came, five hours earlier than planned.',
    'The 14-year-old came at 10:30 and left six minutes later.',
    'This year the theme is water.',
  ])('%s', (text) => expect(read(text)).toEqual([]));
});

it('without a day of publication only what is absolute is resolved', () => {
  expect(
    readDates({
      text: 'On Friday and May 16 last year, unlike on 16 May 2003, in March 2004 or in 1999.',
    }).map(({ date }) => date),
  ).toEqual([undefined, undefined, undefined, '2003-05-16', '2004-03', '1999']);
});

describe('neither the clock nor the zone is read', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    vi.useRealTimers();
    process.env['TZ'] = zone;
  });
  const text = 'On Friday, yesterday, May 16, last week, next month and two days ago it will rain.';

  it('another time gives the same dates', () => {
    const before = read(text);
    vi.useFakeTimers({ now: Date.UTC(1999, 11, 31, 23, 59) });
    expect(read(text)).toEqual(before);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'])('%s', (TZ) => {
    const before = read(text);
    const newYear = read(text, '2024-01-01');
    process.env['TZ'] = TZ;
    expect(read(text)).toEqual(before);
    expect(read(text, '2024-01-01')).toEqual(newYear);
  });
});

it('whatever the text, dates stand in it in order and are days that exist', () => {
  const word = fc.constantFrom(
    'on',
    'Friday',
    'May',
    '30',
    '31',
    'February',
    '2015',
    'next',
    'last',
    'week',
    'ago',
    'two',
    'years',
    'to',
    'and',
    'will',
    'said',
    '1990s',
    'between',
    'within',
    '-',
    ',',
    '14/09/2015',
    'end of the month',
    'yesterday',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.option(fc.constantFrom('2024-02-29', '1999-12-31')), (value, published) => {
      let end = 0;
      for (const { from, to, date, until } of readDates({ text: value }, published ?? undefined)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(value.length);
        end = to;
        for (const day of [date, until].filter((one) => one?.length === 10)) {
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        }
        if (date && until) expect(until > date).toBe(true);
      }
    }),
  );
});
