import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/briefing/quotes.ts';
import { storyOf } from '../support/story-of.ts';

const quotes = (...paragraphs: string[]) =>
  findQuotes(storyOf(...paragraphs)).map(({ speaker, text }) => `${speaker}: ${text}`);

describe('who speaks', () => {
  it.each([
    ['name and verb behind it', '“We will go,” Holt said of the plan.', 'Holt: We will go,'],
    [
      'verb and name behind it',
      '"We will go," said Harbour House press secretary Jen Holt.',
      'Jen Holt: We will go,',
    ],
    [
      'an aside before the verb',
      '"It would have been worse," Khaled Rashid, editor at the Gulf Gazette, said.',
      'Khaled Rashid: It would have been worse,',
    ],
    [
      'name and verb before it',
      'Jeff Rath, the spokesperson, said, "We urge them to work together".',
      'Jeff Rath: We urge them to work together',
    ],
    [
      'according to',
      '"Her skin was weeping", according to the Sydney Morning Herald.',
      'Sydney Morning Herald: Her skin was weeping',
    ],
    [
      'in the words of',
      'In the words of the prosecutor, Mark Tedd, QC, "it was a cruel thing to do."',
      'Mark Tedd: it was a cruel thing to do.',
    ],
    [
      'an organisation',
      '"It is time to say goodbye," Microsoft says on its website.',
      'Microsoft: It is time to say goodbye,',
    ],
    [
      'what belongs to an organisation',
      'Harbour Herald\'s analysis of its own figures concluded, "It might be a blip."',
      'Harbour Herald: It might be a blip.',
    ],
    [
      'a country',
      '"The broadcasts will continue," South Korea said.',
      'South Korea: The broadcasts will continue,',
    ],
  ])('%s', (_what, text, expected) => {
    expect(quotes(text)).toEqual([expected]);
  });

  it('follows a pronoun to the person before it', () => {
    expect(quotes('Maria Holt won the award. She said, "It felt good out there."')).toEqual([
      'Maria Holt: It felt good out there.',
    ]);
  });

  it('follows a pronoun past somebody of the other sex', () => {
    expect(quotes('Maria Holt met Peter Lang. "I was glad," she said.')).toEqual(['Maria Holt: I was glad,']);
  });

  it('follows what somebody is', () => {
    expect(quotes('President Holt spoke on Monday. "That was false," the president said.')).toEqual([
      'Holt: That was false,',
    ]);
  });

  it('gives the fullest name the story has', () => {
    expect(quotes('"Yes," said Holt. Mayor Maria Holt left.')).toEqual(['Maria Holt: Yes,']);
  });

  it('goes on with the same speaker after "she said."', () => {
    expect(quotes('“My guess is he will,” Maria Holt said. “He has to do something.”')).toEqual([
      'Maria Holt: My guess is he will,',
      'Maria Holt: He has to do something.',
    ]);
  });

  it('goes on in a paragraph that is all quote', () => {
    expect(
      quotes('"This would not have been possible," said Maria Holt.', '"They show what we hope for."').at(-1),
    ).toBe('Maria Holt: They show what we hope for.');
  });

  it('follows a colon over the paragraph break', () => {
    expect(
      quotes('President Maria Holt tweeted using her account:', '"Cool clock. Want to bring it?"'),
    ).toEqual(['Maria Holt: Cool clock. Want to bring it?']);
  });

  it.each([
    ['nobody is named', '"Someone wrote to me today about it," said a passer-by.'],
    [
      'a person without a name may be meant',
      'Maria Holt left. The controller waited. "Stand by for a while," she replied.',
    ],
    [
      'nothing but a name is near',
      'Maria Holt was there. It was a dark night. "Somebody ought to pay for all of this."',
    ],
  ])('leaves it open when %s', (_what, text) => {
    expect(quotes(text).map((quote) => quote.split(':')[0])).toEqual(['']);
  });
});

describe('what is one quote', () => {
  it('is two when its attribution interrupts it', () => {
    expect(quotes('"We are keen," Sara Noori told the press, "to show that we can."')).toEqual([
      'Sara Noori: We are keen,',
      'Sara Noori: to show that we can.',
    ]);
  });

  it('is one over several sentences in one pair of marks', () => {
    expect(quotes('Maria Holt said "All are safe. There is nobody left."')).toEqual([
      'Maria Holt: All are safe. There is nobody left.',
    ]);
  });

  it('is one over paragraphs when the next opens with a mark again', () => {
    expect(quotes('“We went there,” said Maria Holt. “It was dark.', '“Then it was light.”')).toEqual([
      'Maria Holt: We went there,',
      'Maria Holt: It was dark.\n\n“Then it was light.',
    ]);
  });

  it.each([
    ['curly', '“It’s the mayor’s day,” said Maria Holt.', 'It’s the mayor’s day,'],
    ['straight', '"It\'s the mayor\'s day," said Maria Holt.', "It's the mayor's day,"],
    ['single curly', '‘It’s the mayor’s day,’ said Maria Holt.', 'It’s the mayor’s day,'],
    ['single straight', "'It's the players' day,' said Maria Holt.", "It's the players' day,"],
    ['angled', '«It is the day,» said Maria Holt.', 'It is the day,'],
    ['an inner quote', '“She said ‘no’ to me,” said Maria Holt.', 'She said ‘no’ to me,'],
  ])('reads %s marks', (_what, text, expected) => {
    expect(findQuotes(storyOf(text)).map((quote) => quote.text)).toEqual([expected]);
  });
});

describe('what is no quote', () => {
  it.each([
    ['a word held at arm’s length', 'The girls were granted "parole" status.'],
    ['the title of a work', 'They saw "The Winter of Our Days" on Monday.'],
    ['a name', 'Their robot was named "Robogee."'],
    ['apostrophes', "The players' coach left in the '90s, and the fans' hopes with him."],
  ])('%s', (_what, text) => {
    expect(quotes(text)).toEqual([]);
  });

  it.each([
    [
      'a quoted phrase somebody said',
      'Mr Holt said he saw a "strong rationale" for it.',
      'Holt: strong rationale',
    ],
    ['a word somebody used', 'Google\'s Maria Holt called it "unacceptable".', 'Maria Holt: unacceptable'],
    [
      'a phrase behind "suggesting"',
      'President Joe Holt warned them, suggesting a lower cost for a “minor incursion.”',
      'Joe Holt: minor incursion.',
    ],
  ])('but %s is', (_what, text, expected) => {
    expect(quotes(text)).toEqual([expected]);
  });
});
