import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tag, tagSentence } from '../../src/language/tagger.ts';

const words = (text: string) => tag(text).map((token) => `${token.text}/${token.pos}`);

describe('tag', () => {
  it('names the part of speech of every word and mark', () => {
    expect(words('Biden visited Kyiv.')).toEqual(['Biden/PROPN', 'visited/VERB', 'Kyiv/PROPN', './PUNCT']);
  });

  it('keeps abbreviations whole and parts a possessive from its owner', () => {
    expect(words('the U.S. president’s plan').map((word) => word.split('/')[0])).toEqual([
      'the',
      'U.S.',
      'president',
      '’s',
      'plan',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \u00a0\n\t'],
    ['names of object properties', 'constructor __proto__ toString'],
    ['a lone surrogate', '\ud800 and \udc00'],
    ['right-to-left text', 'مرحبا بالعالم'],
    ['control characters', '\u0000\u0001 a \u001b[0m'],
  ])('reads %s', (_what, text) => {
    for (const token of tag(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('takes a run too long to be a word as one token, in linear time', () => {
    const text = `before ${'x'.repeat(200_000)} after`;
    expect(tag(text).map((token) => [token.text.length, token.pos])).toEqual([
      [6, 'ADP'],
      [200_000, 'X'],
      [5, 'ADP'],
    ]);
  });

  it('gives slices of the text, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const token of tag(text)) {
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.start).toBeGreaterThanOrEqual(last);
          last = token.end;
        }
      }),
    );
  });
});

describe('tagSentence', () => {
  it('tags a sentence once', () => {
    const sentence = { text: 'It rained.' };
    expect(tagSentence(sentence)).toBe(tagSentence(sentence));
  });
});
