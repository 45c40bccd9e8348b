import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrganisations } from '../../../src/briefing/organisations.ts';
import { findPeople } from '../../../src/briefing/people.ts';
import { findPlaces } from '../../../src/briefing/places.ts';
import { findQuotes } from '../../../src/briefing/quotes.ts';
import { findNames } from '../../../src/language/names/find-names.ts';
import { splitSentences } from '../../../src/language/sentences.ts';
import type { Article, Cited } from '../../../src/story/article.ts';
import { storyOf } from '../../support/story-of.ts';

function everything(article: Article): readonly Cited[] {
  return [
    ...findNames(article),
    ...findPeople(article),
    ...findQuotes(article),
    ...findPlaces(article),
    ...findOrganisations(article),
  ];
}

function expectVerbatim(article: Article): void {
  for (const { text, paragraph, start, end } of everything(article)) {
    const source = paragraph === 0 ? article.headline.text : article.body;
    expect(source.slice(start, end)).toBe(text);
    expect(text).not.toBe('');
  }
}

/** Words, marks and names that the rules look for, in any order. */
const PIECES = [
  'Maria',
  'Holt',
  'Mr',
  'President',
  'of',
  'the',
  'and',
  'said',
  'told',
  'according',
  'to',
  'he',
  'she',
  'who',
  'is',
  'Kyiv',
  'University',
  'Texas',
  'captain',
  'wife',
  'his',
  'a',
  'US',
  'al-Amr',
  'Kim',
  'Jong-un',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  ',',
  '.',
  ':',
  ';',
  '(',
  ')',
  '…',
  '—',
  "'s",
  '42',
  'NASA',
  'May',
  'constructor',
  '__proto__',
  'Wałęsa',
  '\n\n',
  '\n\n"',
  '"\n\n',
];

describe('findNames', () => {
  it('gives each mention its type, its fullest name and its place', () => {
    const mentions = findNames(storyOf('Mayor Maria Holt left Kyiv.', 'Holt joined the Harbour Agency.'));
    expect(mentions.map(({ text, type, name, paragraph }) => [text, type, name, paragraph])).toEqual([
      ['Maria Holt', 'person', 'Maria Holt', 1],
      ['Kyiv', 'place', 'Kyiv', 1],
      ['Holt', 'person', 'Maria Holt', 2],
      ['Harbour Agency', 'organisation', 'Harbour Agency', 2],
    ]);
  });

  it('finds names in the headline too', () => {
    const mentions = findNames({
      ...storyOf('Nothing.'),
      headline: storyOf('Kyiv waits.').paragraphs[0] ?? neverRead(),
    });
    expect(mentions.map(({ text }) => text)).toEqual(['Kyiv']);
  });

  it('reads a text once', () => {
    const story = storyOf('Maria Holt said, "It rained a lot."');
    expect(findQuotes(story)[0]?.speaker).toBe('Maria Holt');
    expect(findNames(story)).toEqual(findNames(story));
  });
});

describe('whatever the text', () => {
  it('every name and quote is the slice at its offsets', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
        expectVerbatim(storyOf(`Start ${pieces.join(' ')}`));
      }),
      { numRuns: 300 },
    );
  });

  it('of any characters at all, too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        expectVerbatim(storyOf(`Start ${text}`));
      }),
    );
  });

  it.each([
    ['capitals without end', 'Maria Holt '.repeat(20_000)],
    ['open quotes without end', 'he said “'.repeat(20_000)],
    ['apostrophes without end', "'x' ‘y ".repeat(20_000)],
    ['commas without end', 'Maria Holt, the captain of the captain of, '.repeat(4_000)],
    ['quotes without end', '“Yes,” said Maria Holt. '.repeat(2_000)],
    ['a line of one letter', 'A'.repeat(100_000)],
  ])('bounds its work: %s', (_what, text) => {
    const story = unparsed(text);
    const before = performance.now();
    expectVerbatim(story);
    expect(performance.now() - before).toBeLessThan(4_000);
  });
});

/** One paragraph as an article, whatever a story file's own checks would say to it. */
function unparsed(text: string): Article {
  const sentences = splitSentences(text).map(({ start, end }, i) => ({
    paragraph: 1,
    sentence: i + 1,
    start,
    end,
    text: text.slice(start, end),
  }));
  return {
    ...storyOf('Nothing.'),
    body: text,
    paragraphs: [{ number: 1, start: 0, end: text.length, text, sentences }],
  };
}

function neverRead(): never {
  throw new Error('the test story has a paragraph');
}
