import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, leastDistance } from '../../src/language/edit-distance.ts';
import { stem } from '../../src/language/stem.ts';
import { tokenize } from '../../src/language/tokens.ts';

describe('the tokens of a text', () => {
  it.each([
    ["Russia’s army didn't move.", ['Russia', '’s', 'army', "didn't", 'move', '.']],
    ['The U.S. sent $26 million', ['The', 'U.S.', 'sent', '$', '26', 'million']],
    ['won 2–1 with 100,000 watching', ['won', '2–1', 'with', '100,000', 'watching']],
    ['Kim Jong-un', ['Kim', 'Jong', '-', 'un']],
  ])('%s', (text, tokens) => {
    expect(tokenize(text).map((token) => token.text)).toEqual(tokens);
  });

  it('stand at their offsets, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(tokens.map((token) => token.text).join('')).toBe(text.replace(/\s+/g, ''));
      }),
    );
  });
});

describe('stems', () => {
  it.each([
    ['invades', 'invaded'],
    ['began', 'beginning'],
    ['children', 'child'],
    ['died', 'death'],
    ['troop', 'troops'],
  ])('%s and %s are one', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it('of words that are also names of object properties are plain stems', () => {
    expect(stem('constructor')).toBe('constructor');
    expect(stem('__proto__')).toBe('__proto__');
  });
});

describe('the distance of two spellings', () => {
  it.each([
    ['invasion', 'invation', 1],
    ['psaki', 'pskai', 1],
    ['same', 'same', 0],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips);
  });

  it('is never below its cheap bound', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => leastDistance(a, b) <= distance(a, b)));
  });
});
