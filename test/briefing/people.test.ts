import { describe, expect, it } from 'vitest';
import { findPeople } from '../../src/briefing/people.ts';
import { storyOf } from '../support/story-of.ts';

const people = (...paragraphs: string[]) =>
  findPeople(storyOf(...paragraphs)).map(({ name, role }) => `${name}: ${role}`);

describe('a role before the name', () => {
  it.each([
    [
      'a title with what it belongs to',
      'US Secretary of State Maria Holt met reporters.',
      'Maria Holt: US Secretary of State',
    ],
    [
      'a title and a possessive',
      "Norway's Prime Minister Erik Dahl resigned.",
      "Erik Dahl: Norway's Prime Minister",
    ],
    ['lower-case nouns', 'Relief came from team member Sara Noori.', 'Sara Noori: team member'],
    ['a nationality and a noun', 'Swedish captain Anders Lind scored.', 'Anders Lind: Swedish captain'],
    [
      'an organisation and a noun',
      'Harbour Bank chief executive Anna Weiss resigned.',
      'Anna Weiss: Harbour Bank chief executive',
    ],
    [
      'a comma between',
      "Malaysia's Prime Minister, Nasir Rahman, said no.",
      "Nasir Rahman: Malaysia's Prime Minister",
    ],
    [
      'an owner and a comma',
      "According to the team's coach, Ali Mehrab, they won.",
      "Ali Mehrab: the team's coach",
    ],
    [
      'the head first, then "of"',
      'Executive director of the Dallas chapter of the Harbour Council Alia Karim spoke.',
      'Alia Karim: Executive director of the Dallas chapter of the Harbour Council',
    ],
    ['a relation', 'He came with his wife Manju Rao.', 'Manju Rao: his wife'],
    ['a place it only stands behind', 'In Washington President Bush was calm.', 'Bush: President'],
  ])('%s', (_what, text, expected) => {
    expect(people(text)).toContain(expected);
  });
});

describe('a role after the name', () => {
  it.each([
    [
      'an aside',
      'Khaled Rashid, editor at large at the Gulf Gazette, said so.',
      'Khaled Rashid: editor at large at the Gulf Gazette',
    ],
    [
      'an aside with an age before it',
      'Daniel Ortiz, 19, a member of the choir all his life, sang.',
      'Daniel Ortiz: a member of the choir all his life',
    ],
    [
      'an aside that ends in a place and its state',
      'Ahmed Aziz, a 14-year-old boy from Irving, Texas, was arrested.',
      'Ahmed Aziz: a 14-year-old boy from Irving, Texas',
    ],
    [
      'letters after the name',
      'The judge heard Mark Tedd, QC, the Crown prosecutor.',
      'Mark Tedd: the Crown prosecutor',
    ],
    ['the verb "to be"', 'Jane Park is the head of the agency.', 'Jane Park: the head of the agency'],
    [
      'the better of two',
      'Professor John Barrow, the chairman of the panel, said no.',
      'John Barrow: the chairman of the panel',
    ],
  ])('%s', (_what, text, expected) => {
    expect(people(text)).toContain(expected);
  });

  it.each([
    ['the subject of its own clause', 'According to Mark Reyes, a detective was told.', 'Mark Reyes: '],
    ['somebody else in a list', 'Rita Dalton, the hotelier Kiran Suri and others sued.', 'Rita Dalton: '],
    [
      'a relation of somebody else',
      'Fernando Reyes, his wife Ida and their children fled.',
      'Fernando Reyes: ',
    ],
  ])('is not %s', (_what, text, expected) => {
    expect(people(text)).toContain(expected);
  });
});

describe('who is one person', () => {
  it('gives the surname to the full name, in whatever order they come', () => {
    expect(
      people('Holt smiled.', 'Maria Holt, the mayor, left. Mayor Holt said nothing, and Ms Holt went home.'),
    ).toEqual(['Maria Holt: the mayor']);
  });

  it('tells husband and wife apart', () => {
    const text = 'Ronald Barton met Nancy Barton. Mr Barton waved. Mrs Barton smiled.';
    expect(people(text)).toEqual(['Ronald Barton: ', 'Nancy Barton: ']);
  });

  it('cites the first mention in the body', () => {
    const [person] = findPeople(storyOf('It rained.', 'Then came Maria Holt. Holt waved.'));
    expect(person).toMatchObject({ name: 'Maria Holt', text: 'Maria Holt', paragraph: 2, sentence: 1 });
  });

  it.each([
    ['Arabic', 'General Suleiman al-Amr said so.', 'Suleiman al-Amr'],
    ['Korean', 'The leader Kim Jong-un gave an order.', 'Kim Jong-un'],
    ['Dutch', 'The captain Robin van Lanschot said so.', 'Robin van Lanschot'],
    ['Polish', 'Lech Wałęsa, an electrician, signed.', 'Lech Wałęsa'],
    ['with an initial', 'The author L. Ron Hubbard wrote it.', 'L. Ron Hubbard'],
    ['with letters behind it', 'The prosecutor Nigel Power KC spoke.', 'Nigel Power'],
    ['behind a hyphenated title', 'WHO Director-General Tedros Abebe Girma spoke.', 'Tedros Abebe Girma'],
    ['behind a city and its title', 'San Juan Mayor Carmen Cruz pleaded.', 'Carmen Cruz'],
    ['Irish', "Conor O'Brien, a farmer, came.", "Conor O'Brien"],
  ])('reads a name that is %s', (_what, text, expected) => {
    expect(findPeople(storyOf(text)).map(({ name }) => name)).toEqual([expected]);
  });
});

describe('who is no person', () => {
  it.each([
    ['an organisation', 'Harbour Authority said so.'],
    ['a place', 'They met in New Zealand, at Volgograd Arena.'],
    ['a product of a company', 'Google Chrome, its main rival, grew.'],
    ['a title alone', 'The Prime Minister and the Secretary of State met.'],
    ['a people', 'Belgians and East Germans came.'],
    ['a work', 'She launched her novel Angel Harper.'],
    ['an event', 'They won the World Cup and the Nobel Prize.'],
    ['a sentence of everyday words', 'Police came. Voters chose. Homeopathy failed.'],
    ['a prison named after somebody', 'He left the Victor Verster prison.'],
    ['a month', 'It began in April and ended on May 3.'],
  ])('%s', (_what, text) => {
    expect(people(text)).toEqual([]);
  });
});
