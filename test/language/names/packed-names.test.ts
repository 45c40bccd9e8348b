import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fold,
  givenNameOf,
  isCommonWord,
  isDemonym,
  isPersonNoun,
  placeKindOf,
} from '../../../src/language/names/gazetteer.ts';
import { knownNames } from '../../../src/language/names/packed-names.ts';

describe('knownNames', () => {
  it('knows exactly the names of its lists', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-d ]{1,4}$/), { maxLength: 30 }),
        fc.stringMatching(/^[a-d |]{0,4}$/),
        (names, other) => {
          const known = knownNames([...names].sort().join('|'));
          for (const name of names) expect(known(name)).toBe(true);
          expect(known(other)).toBe(names.includes(other));
        },
      ),
    );
  });

  it('knows names added in any order, and nothing of an empty list', () => {
    expect(knownNames('a|c', 'z|b')('b')).toBe(true);
    expect(knownNames('')('')).toBe(false);
  });
});

describe('the compiled lists', () => {
  it('hold names with and without accents', () => {
    expect(fold('Gdańsk, São Paulo, Łódź, O’Brien')).toBe("gdansk, sao paulo, lodz, o'brien");
    expect(placeKindOf(fold('São Paulo'))).toBe('city');
  });

  it.each([
    ['maria', 'female'],
    ['volodymyr', 'male'],
    ['kim', 'either'],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%s is a %s name', (name, whose) => {
    expect(givenNameOf(name)).toBe(whose);
  });

  it('tell everyday words, people’s nouns and demonyms in singular and plural', () => {
    expect(['police', 'voters', 'building'].every(isCommonWord)).toBe(true);
    expect(isCommonWord('john')).toBe(false);
    expect(['captain', 'spokeswomen', 'co-founder'].every(isPersonNoun)).toBe(true);
    expect(['afghan', 'belgians'].every(isDemonym)).toBe(true);
  });
});
