import { describe, expect, it } from 'vitest';
import { relatedStems } from '../../src/language/related-words.ts';
import { frequencyRank, informativeness, vectorOf } from '../../src/language/word-vectors.ts';

const nearness = (a: string, b: string) => {
  const [one = [], other = []] = [vectorOf(a), vectorOf(b)].map((vector) => Array.from(vector ?? []));
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
};

describe('word vectors', () => {
  it('stand near each other for words that keep the same company', () => {
    expect(nearness('soldiers', 'troops')).toBeGreaterThan(0.6);
    expect(nearness('soldiers', 'butter')).toBeLessThan(0.3);
  });

  it('have length 1', () => {
    for (const word of ['the', 'zone', 'minister']) expect(nearness(word, word)).toBeCloseTo(1, 5);
  });

  it.each(['constructor', '__proto__', '', 'zzzq'])('do not take %j for a common word', (word) => {
    expect([vectorOf(word), frequencyRank(word)]).toEqual([undefined, undefined]);
  });

  it('come with how common a word is', () => {
    expect(frequencyRank('the')).toBe(0);
    expect(frequencyRank('minister')).toBeGreaterThan(frequencyRank('said') ?? Number.POSITIVE_INFINITY);
    expect(informativeness('the')).toBe(0);
    expect(informativeness('zzzq')).toBeGreaterThan(informativeness('minister'));
  });
});

describe('related words', () => {
  it('are those WordNet knows, by their stems', () => {
    expect(relatedStems('attack').map(([stem]) => stem)).toContain('assault');
    expect(relatedStems('zzzq')).toEqual([]);
  });
});
