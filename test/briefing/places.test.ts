import { describe, expect, it } from 'vitest';
import { findOrganisations } from '../../src/briefing/organisations.ts';
import { findPlaces } from '../../src/briefing/places.ts';
import { storyOf } from '../support/story-of.ts';

const places = (...text: string[]) => findPlaces(storyOf(...text)).map((place) => place.text);
const organisations = (...text: string[]) => findOrganisations(storyOf(...text)).map((each) => each.text);

describe('places', () => {
  it.each([
    [
      'countries, cities and regions',
      'From Irving, Texas, they flew to Kyiv and on to the Middle East.',
      ['Irving', 'Texas', 'Kyiv', 'Middle East'],
    ],
    [
      'buildings and grounds',
      'They met at the Fisht Stadium and in the Grand Mosque.',
      ['Fisht Stadium', 'Grand Mosque'],
    ],
    ['a town a noun tells', 'The shell fell in the town of Yeonchon.', ['Yeonchon']],
    [
      'one place once, whatever it is called',
      'The United States agreed. The U.S. and America did.',
      ['United States'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  it('are not peoples, months or first words', () => {
    expect(places('Afghan and English teams came in March. Nice weather helped.')).toEqual([]);
  });
});

describe('organisations', () => {
  it.each([
    [
      'by their last word',
      'The Civil Defense Authority and the Harbour Gazette agreed.',
      ['Civil Defense Authority', 'Harbour Gazette'],
    ],
    [
      'by their head',
      'He left the University of Leeds and the Ministry of Defence.',
      ['University of Leeds', 'Ministry of Defence'],
    ],
    ['by name', 'He works at Google and for NASA.', ['Google', 'NASA']],
    ['by the noun beside it', 'He told al-Wataniya television so.', ['al-Wataniya']],
    ['with an owner inside', "He leads the Korean People's Army.", ["Korean People's Army"]],
    [
      'joined by "and"',
      'The State and Homeland Security Departments agreed.',
      ['State and Homeland Security Departments'],
    ],
    ['name and acronym as one', 'The Harbour News Agency (HNA) spoke. HNA wrote.', ['Harbour News Agency']],
    ['a government', 'The New Zealand government announced it.', ['New Zealand government']],
  ])('are known %s', (_what, text, expected) => {
    expect(organisations(text)).toEqual(expected);
  });
});

describe('a seat of power', () => {
  it('is a place where somebody is, an organisation where it acts, both where it is both', () => {
    const at = 'He spoke at the White House on Monday.';
    const acts = 'Later the White House sought to clarify it.';
    expect([places(at), organisations(at)]).toEqual([['White House'], []]);
    expect([places(acts), organisations(acts)]).toEqual([[], ['White House']]);
    expect([places(at, acts), organisations(at, acts)]).toEqual([['White House'], ['White House']]);
  });
});
