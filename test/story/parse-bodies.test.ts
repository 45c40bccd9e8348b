import { describe, expect, it } from 'vitest';
import { body, FRONT, paragraphs, parse, problemsOf } from './parsed.ts';

describe('a Markdown body', () => {
  it.each([
    ['5 * 3 and 2 * 4', '5 * 3 and 2 * 4'],
    ['An _open mark.', 'An _open mark.'],
    ['A snake_case_name.', 'A snake_case_name.'],
    ['[Ten] years ago.', '[Ten] years ago.'],
    ['See array[0] here.', 'See array[0] here.'],
    ['#1 in the charts.', '#1 in the charts.'],
    ['#hashtag is a word.', '#hashtag is a word.'],
    ['A <5% share; x < y > z.', 'A <5% share; x < y > z.'],
    ['He said <something> odd.', 'He said <something> odd.'],
    ['1973. It was the year of the crisis.', '1973. It was the year of the crisis.'],
    ['1973\\. It was the year.', '1973. It was the year.'],
    ['42. That is the answer.', '42. That is the answer.'],
    ['2 * 3 * 4 = 24, and 2*3*4 too.', '2 * 3 * 4 = 24, and 2*3*4 too.'],
    ['f**k and s**t', 'f**k and s**t'],
    ['    An indented paragraph is no code.', 'An indented paragraph is no code.'],
    ['#', '#'],
    ['>', '>'],
    ['*', '*'],
    ['[Note]: whatever', '[Note]: whatever'],
    ['AT&T rose; A & B fell.', 'AT&T rose; A & B fell.'],
  ])('keeps %j', (markdown, text) => {
    expect(body(markdown)).toEqual([text]);
  });

  it.each([
    ['## A heading', 'A heading'],
    ['A heading\n---', 'A heading'],
    ['> A quoted\n> paragraph.', 'A quoted paragraph.'],
    ['- An item.', 'An item.'],
    ['1. An item.', 'An item.'],
    ['Some *emphasis*, **strength** and ~~error~~.', 'Some emphasis, strength and error.'],
    ['A [link](https://example.org "title") here.', 'A link here.'],
    ['A [link][1] here.\n\n[1]: https://example.org', 'A link here.'],
    ['An ![image](a.png) here.', 'An here.'],
    ['<https://example.org> is an address.', 'https://example.org is an address.'],
    ['A `code` word.', 'A code word.'],
    ['A\\*star\\* and &amp; &eacute;.', 'A*star* and & é.'],
    ['A line\nand another\\\nand a third.', 'A line and another and a third.'],
    ['Some <em>HTML</em> text<!-- a note -->.', 'Some HTML text.'],
    ['A claim.[^1]\n\n[^1]: A note.', 'A claim.'],
  ])('reads %j as Markdown', (markdown, text) => {
    expect(body(markdown)[0]).toBe(text);
  });

  it('numbers its paragraphs in order, rules and images left out', () => {
    expect(
      body('One.\n\n---\n\n- Two.\n- Three.\n\n![x](y.png)\n\n<p>Four.</p><p>Five.</p>\n\n***\n\nSix.'),
    ).toEqual(['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']);
  });

  it('reads a table’s rows as paragraphs', () => {
    expect(body('| Team | Goals |\n| --- | --- |\n| Kenya | 3 |')).toEqual(['Team | Goals', 'Kenya | 3']);
  });

  it('maps every character to where it was made from', () => {
    const raw = `${FRONT}An *odd* &amp; [linked](https://example.org)\u00a0 text.\n\n> Second one.`;
    const article = parse(raw);
    expect(article.body).toBe('An odd & linked text.\n\nSecond one.');
    for (const word of ['An', 'odd', '&', 'linked', 'text', 'Second', 'one'])
      expect(article.rawOffset(article.body.indexOf(word))).toBe(raw.indexOf(word));
  });
});

describe('plain text', () => {
  it('has its headline on the first line when a blank one follows', () => {
    const article = parse('A headline\n\nThe first paragraph.\n\nThe second\nparagraph.\n', 'story.txt');
    expect(article.title).toBe('A headline');
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      'The first paragraph.',
      'The second paragraph.',
    ]);
  });

  it.each(['A sentence.\n\nAnother.', 'A headline\nno blank line.', 'It ends so:\n\nAnother.'])(
    'has no title when it begins %j',
    (text) => {
      expect(problemsOf(text, 'story.txt')[0]).toContain('story.txt:1: the story has no title');
    },
  );

  it('takes Markdown’s marks for text', () => {
    expect(paragraphs('A headline\n\n# not a heading *at all* [x](y)', 'story.txt')).toEqual([
      '# not a heading *at all* [x](y)',
    ]);
  });
});
