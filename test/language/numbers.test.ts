import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../src/language/numbers.ts';

/** "more than 100,000 = troops": the number as written and what it counts. */
function read(text: string): string[] {
  return readNumbers({ text }).map(
    ({ from, to, counted }) =>
      `${text.slice(from, to)} = ${counted ? text.slice(counted.from, counted.to) : '?'}`,
  );
}

describe('numbers with what they count', () => {
  it.each([
    ['Russia has massed more than 100,000 troops on the border.', ['more than 100,000 = troops']],
    ['At least 12 people were killed and 30 others injured.', ['At least 12 = people', '30 = others']],
    ['The storm killed 107 or more and wounded 238.', ['107 or more = The storm killed', '238 = wounded']],
    ['The army saved 200 more after dawn.', ['200 = The army saved']],
    ['The team consists of six members.', ['six = members']],
    ['The six-member team came from Herat.', ['six = member team']],
    ['They travelled about 500 miles (800 km) from Herat.', ['about 500 miles (800 km) = from Herat']],
    ['The South fired dozens of rounds of artillery.', ['dozens = rounds of artillery']],
    ['Hundreds of thousands of people fled.', ['Hundreds of thousands = people']],
    ['Five players were booked.', ['Five = players']],
    ['The chairman of the panel of twelve was heard.', ['twelve = panel']],
    ['Between 20 and 30 people are missing.', ['20 and 30 = people']],
    ['In Gaza 25 Palestinians were hurt.', ['25 = Palestinians']],
    [
      'A hundred and five guards and twenty-one prisoners left.',
      ['A hundred and five = guards', 'twenty-one = prisoners'],
    ],
    [
      'The company has about 55 employees in 12 countries.',
      ['about 55 = employees in 12 countries', '12 = countries'],
    ],
    ['The death toll stands at 1,426, officials said.', ['1,426 = The death toll stands']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('money, shares, scores and measures keep their unit and are not converted', () => {
  it.each([
    [
      'Two votes come at an estimated cost of NZ$26 million.',
      ['Two = votes', 'NZ$26 million = estimated cost'],
    ],
    ['They paid over 422,000 euros in arrears.', ['over 422,000 euros = arrears']],
    [
      'The bank lost £1.2m, or 4.4 per cent of its capital.',
      ['£1.2m = The bank lost', '4.4 per cent = its capital'],
    ],
    ['Unemployment fell to less than one percent.', ['less than one percent = Unemployment fell']],
    [
      'Only a quarter of citizens agreed, and two thirds of teachers.',
      ['a quarter = citizens', 'two thirds = teachers'],
    ],
    ['One in three visits came from abroad.', ['One in three = visits']],
    ['Sweden defeated South Korea 1–0.', ['1–0 = Sweden defeated South Korea']],
    ['The court voted 5-4 to strike down the law.', ['5-4 = The court voted']],
    ['It comes ten days before the vote.', ['ten days = before the vote']],
    ['They had one day to test it.', ['one day = to test it']],
    ['The broadcasts began after an 11-year lull.', ['11-year = lull']],
    ['It was used over one million times.', ['over one million times = It was used']],
    ['It must stop within 48 hours.', ['48 hours = It must stop']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('ages belong to someone', () => {
  it.each([
    ['Ahmed Mohamed, a 14-year-old boy from Irving, was arrested.', ['14-year-old = Ahmed Mohamed']],
    ['Thomas Sam, 42, and his wife Manju Sam, 36, are on trial.', ['42 = Thomas Sam', '36 = Manju Sam']],
    ['They lost their nine-month-old child.', ['nine-month-old = child']],
    ['Gloria fell ill at the age of four months.', ['four months = Gloria']],
    ['She left when she was six.', ['six = ?']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what is no number worth telling', () => {
  it.each([
    ['a date', 'On 16 May 2015, in 2016 and since the 1990s, two years ago.'],
    ['the year in a name', 'The 2018 World Cup followed the 2014 protests.'],
    ['a clock time', 'It struck at 10:30 a.m., at six, at 15:11 GMT.'],
    ['an ordinal', 'The third goal came in the 62nd minute; a third ship sank.'],
    ['a name', 'Internet Explorer 6, IE6, MH370, Group 8, World War Two, Flight 370.'],
    ['a label', 'Shells hit posts 542 and 543 on page 5 of resolution 1973.'],
    ['the pronoun', 'One of the men fled; another one, no one knows which one.'],
    ['pointing back', 'The two sides met, and these three agreed.'],
    ['a guess', 'He scored two or three goals.'],
    ['an offset', 'Six minutes later, five hours earlier.'],
    ['a telephone number', 'Call 0800 123 4567.'],
  ])('%s', (_, text) => expect(read(text)).toEqual([]));
});

it('whatever the text, numbers and what they count stand in it, in order', () => {
  const word = fc.constantFrom(
    '1',
    '2,000',
    'two',
    'or',
    'million',
    '%',
    'percent',
    '$',
    '–',
    '-',
    'year',
    'old',
    'of',
    'a',
    'third',
    'people',
    'more than',
    'aged',
    ',',
    'the',
    'hours',
    '(',
    ')',
    'in',
    'Explorer',
    '£3.5bn',
    'and',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (value) => {
      let end = 0;
      for (const { from, to, counted } of readNumbers({ text: value })) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(value.length);
        end = to;
        if (counted) {
          expect(counted.from).toBeGreaterThanOrEqual(0);
          expect(counted.to).toBeGreaterThan(counted.from);
          expect(counted.to).toBeLessThanOrEqual(value.length);
        }
      }
    }),
  );
});

it('a text that is nothing but numbers takes no unbounded time', () => {
  expect(readNumbers({ text: '1,000 '.repeat(100_000) })).toEqual([]);
  expect(() => readNumbers({ text: '1,111'.repeat(700) })).not.toThrow();
});
