import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkToPassage } from '../../src/chat/text-fragment.ts';

describe('linkToPassage', () => {
  test('points at a short passage by all its words', () => {
    expect(linkToPassage('https://example.org/a', '“Nobody should have to swim,” she said.')).toBe(
      'https://example.org/a#:~:text=Nobody%20should%20have%20to%20swim%2C%E2%80%9D%20she%20said',
    );
  });

  test('points at a long one by its first and last words', () => {
    const passage =
      'The city council voted on Thursday to close the old harbour bridge to cars after engineers found cracks.';
    expect(linkToPassage('https://example.org/a', passage)).toBe(
      'https://example.org/a#:~:text=The%20city%20council%20voted,after%20engineers%20found%20cracks',
    );
  });

  test('keeps the page’s own fragment, and replaces an earlier text directive', () => {
    expect(linkToPassage('https://example.org/a#top', 'a cat')).toBe(
      'https://example.org/a#top:~:text=a%20cat',
    );
    expect(linkToPassage('https://example.org/a#:~:text=dog', 'a cat')).toBe(
      'https://example.org/a#:~:text=a%20cat',
    );
  });

  test('encodes the signs that mean something in a directive or in Markdown', () => {
    expect(linkToPassage('https://example.org/', 'well-known, R&D (new) *x*')).toBe(
      'https://example.org/#:~:text=well%2Dknown%2C%20R%26D%20%28new%29%20%2Ax',
    );
  });

  test('links to the page when there are no words to show', () => {
    expect(linkToPassage('https://example.org/a', '… “”')).toBe('https://example.org/a');
  });

  test('any passage gives a valid address on the same page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (passage) => {
        const link = linkToPassage('https://example.org/a?b=c', passage);
        expect(link).toMatch(/^https:\/\/example\.org\/a\?b=c(#:~:text=[\w.~%]+(,[\w.~%]+)?)?$/);
        expect(new URL(link).pathname).toBe('/a');
      }),
    );
  });
});
