import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));
/** The text without its bars is to be cut exactly where they stand. */
const expectCuts = (marked: string) => {
  const parts = marked.split(' | ');
  expect(split(parts.join(' '))).toEqual(parts);
};

describe('a sentence ends', () => {
  it.each([
    'He came. | She left. | Nobody spoke.',
    'Who came? | She did! | Then nobody spoke.',
    'It fell by 3.5 percent. | It rose by 1,200.50 dollars later.',
    'He lives in the U.S. | The president does too.',
    'They met in Washington D.C. | They talked for hours.',
    'The show starts at 5 p.m. | Doors open an hour before.',
    'It was founded by Acme Inc. | The founders left.',
    'He took vitamin D. | She took nothing.',
    'It is Plan B. | Nobody likes it.',
    'It was World War I. | Germany lost.',
    'It happened in 1973. | The price rose.',
    'There were cats, dogs etc. | Most were fed.',
    'He lives in Sacramento, Calif. | Police found him.',
    'It ended in Jan. | Police left.',
    'He said no. | Ten people came.',
    'The answer is no. | Police agreed.',
    'They sat down. | 40 people came.',
    'They sat down.[1] | Others stood.',
    'It ended badly… | Nobody came.',
    'It ended badly... | Nobody came.',
    'The phones sold well. | iPhone sales rose.',
    'The army left. | al-Shabab fighters came.',
    'He left (it was late). | She stayed.',
    'He left. | (It was late.) | She stayed.',
    '“It is over.” | The crowd left.',
    '"It is over." | The crowd left.',
    '‘It is over.’ | The crowd left.',
    'The crowd left. | “It is over.” | “We are done.”',
    'The crowd left. | — Reuters said so.',
  ])('%s', expectCuts);
});

describe('a sentence goes on', () => {
  it.each([
    'U.S. President Joe Biden met U.N. chief Ban Ki-moon.',
    'Mr. Smith, Mrs. Jones and Dr. Lee met Gov. Brown.',
    'Lt. Col. John Smith and Maj. Gen. Ann Lee spoke to Sen. Doe.',
    'It began on Jan. 6 and ended on Sept. 30, 2021.',
    'He lives at No. 10 Downing Street.',
    'J. R. Smith and George W. Bush met J.K. Rowling.',
    'The physicist J. Robert Oppenheimer came.',
    'It starts at 5 p.m. Tuesday and at 8 a.m. Eastern time.',
    'Apple Inc. Chief Executive Tim Cook spoke.',
    'The St. Louis team met at Mt. Rushmore.',
    'The case of Roe v. Wade is cited, e.g. Smith et al. wrote so.',
    'The site Secunia.com and www.example.co.uk were down.',
    'See https://example.org/a.b?c=D.E and mail a.b@example.org now.',
    'It rose 3.5 percent to $1.2 million in version 2.0.1 of the plan.',
    'If they do it … it is going to be a disaster.',
    'If they do it ... it is going to be a disaster.',
    'If they do it . . . it is going to be a disaster.',
    '“Is it over?” said Smith.',
    '“It is over!” he said.',
    '"Is it over?" asked the mayor.',
    '“Is it over?” Smith asked.',
    '“It is over!” Mayor Jane van der Berg shouted.',
    'Yahoo! Inc. was sold.',
    'Wait... what did he say?',
    'He (it was late.) left.',
  ])('%s', (text) => {
    expect(split(text)).toEqual([text]);
  });
});

describe('quotes', () => {
  it.each([
    '“My guess is he will move in,” Biden said. | “He has to do something.”',
    '“It depends. | It’s one thing if it’s minor,” Biden said. | “But it is a disaster.”',
    'He said: "The dead have been taken to hospital. | There are none left."',
    '"They did it. | They fired 36 shells", said the agency. | "It deserves punishment", it added.',
    'It was called a “minor incursion.” | Others disagreed.',
    'It was called a “minor incursion”. | Others disagreed.',
    '“Why?” he asked. | “Because!” she said. | They left.',
    '“We love the U.S.” | He left.',
    'He left. " | She stayed.',
  ])('%s', expectCuts);

  it('opens a sentence where the space before it was lost', () => {
    expect(split('He was taken to hospital.The driver fled.')).toEqual([
      'He was taken to hospital.',
      'The driver fled.',
    ]);
    expect(split('He was taken to hospital.”He fled.')).toEqual(['He was taken to hospital.”', 'He fled.']);
    expect(split('It runs on Node.Js now.')).toEqual(['It runs on Node.Js now.']);
  });
});

describe('the whole text', () => {
  it('is covered: white space around it is not', () => {
    expect(splitSentences('  He came.  She left. ')).toEqual([
      { start: 2, end: 10 },
      { start: 12, end: 21 },
    ]);
  });

  it.each(['', '   ', '\n\n'])('may be empty: %j', (text) => {
    expect(splitSentences(text)).toEqual([]);
  });

  it('may have no closing punctuation', () => {
    expect(split('Group F — Sweden 1–0 Korea')).toEqual(['Group F — Sweden 1–0 Korea']);
  });

  it('keeps the number of a list item with its text', () => {
    expect(split('1. The first. 2 came.')).toEqual(['1. The first.', '2 came.']);
  });

  it('ends at a blank line', () => {
    expect(split('A heading.\n\nthen more')).toEqual(['A heading.', 'then more']);
  });
});

it('takes time in proportion to the text', () => {
  const story =
    'On Friday, Mr. Smith of the U.S. said “it is over.” Others, e.g. J. R. Lee, left at 5 p.m. '.repeat(15);
  splitSentences(story);
  const began = performance.now();
  for (let run = 0; run < 20; run++) splitSentences(story);
  expect((performance.now() - began) / 20).toBeLessThan(8);
  for (const part of ['.', '. ', '." ', 'A. ', '... ', '.( ', '?” A ', 'a', '.\n', 'al-A. '])
    splitSentences(part.repeat(200_000 / part.length));
  expect(performance.now() - began).toBeLessThan(4000);
});
