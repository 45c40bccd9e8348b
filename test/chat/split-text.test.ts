import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitText } from '../../src/chat/split-text.ts';

describe('splitText', () => {
  test('leaves a text that fits as it is', () => {
    expect(splitText('One sentence.', 20)).toEqual(['One sentence.']);
    expect(splitText('', 20)).toEqual([]);
  });

  test('prefers a paragraph break to everything else', () => {
    expect(splitText('First. Second.\n\nThird. Fourth.', 24)).toEqual([
      'First. Second.\n\n',
      'Third. Fourth.',
    ]);
  });

  test('then a list item', () => {
    expect(splitText('• one item here\n• another. One more', 25)).toEqual([
      '• one item here\n',
      '• another. One more',
    ]);
  });

  test('then a sentence, its closing quote and its citation with it', () => {
    expect(splitText('He said “no.” [¶5] Then he went home at once.', 30)).toEqual([
      'He said “no.” [¶5] ',
      'Then he went home at once.',
    ]);
  });

  test.each(['the U.S. forces moved', 'said Mr. Smith moved', 'said J. Smith moved'])(
    'an abbreviation ends no sentence: %s',
    (text) => {
      expect(splitText(text, text.length - 2)[0]).toMatch(/(forces|Smith) $/);
    },
  );

  test('then a word, then a character as people see it', () => {
    expect(splitText('alpha beta gamma', 12)).toEqual(['alpha beta ', 'gamma']);
    expect(splitText('👩‍👩‍👧👩‍👩‍👧', 9)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('refuses a limit that not every character fits', () => {
    expect(() => splitText('abc', 1)).toThrow(RangeError);
    expect(() => splitText('abc', Number.NaN)).toThrow(RangeError);
  });

  test('any text: pieces fit, are not empty, and joined are the text again', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .array(fc.constantFrom('word', ' ', '. ', '\n', '\n\n', '• ', '😀', '\u0301', '”', '[¶5] '))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, limit) => {
        const pieces = splitText(text, limit);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeGreaterThan(0);
          expect(piece.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test('never leaves half a character pair, whatever the limit', () => {
    for (const limit of [2, 3, 5, 7]) {
      for (const piece of splitText('x😀😀😀y😀', limit)) expect(piece.isWellFormed()).toBe(true);
    }
  });

  test('takes a hostile megabyte in its stride', () => {
    expect(splitText('. '.repeat(500_000), 2_000).length).toBeGreaterThanOrEqual(500);
    expect(splitText('e\u0301'.repeat(500_000), 2_000).join('').length).toBe(1_000_000);
  });
});
