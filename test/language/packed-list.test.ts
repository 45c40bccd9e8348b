import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PackedList } from '../../src/language/packed-list.ts';

describe('a packed list', () => {
  it('gives each entry by its place and each place by its entry', () => {
    const entry = fc.string({ minLength: 1 }).filter((text) => !text.includes(' '));
    fc.assert(
      fc.property(fc.uniqueArray(entry, { minLength: 1 }), entry, (entries, other) => {
        const sorted = [...entries].sort((a, b) => (a < b ? -1 : 1));
        const list = new PackedList(sorted.join(' '));
        expect(list.length).toBe(sorted.length);
        for (const [place, text] of sorted.entries())
          expect([list.at(place), list.placeOf(text)]).toEqual([text, place]);
        if (!entries.includes(other)) expect(list.placeOf(other)).toBeUndefined();
      }),
    );
  });

  it('has nothing past its end', () => {
    const list = new PackedList('a b');
    expect([list.at(2), list.placeOf(''), list.placeOf('ab')]).toEqual(['', undefined, undefined]);
  });
});
