import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/story/article.ts';
import { body, FRONT, paragraphs, parse } from './parsed.ts';

describe('text that was pasted or scraped', () => {
  it.each([
    ['A\u00a0 wide\u2009 space\t.', 'A wide space .'],
    ['Zero\u200bwidth and soft\u00adhyphen\ufeff.', 'Zerowidth and softhyphen.'],
    ['Itâ€™s â€œgarbledâ€\u009d textâ€¦ cafÃ© â€“ Â£5.', 'It’s “garbled” text… café – £5.'],
    ['Itâ\u0080\u0099s garbled.', 'It’s garbled.'],
    ['ItÃ¢â‚¬â„¢s garbled twice.', 'It’s garbled twice.'],
    ['Ünited Ä and Ü» stay, as does “é” and Ångström.', 'Ünited Ä and Ü» stay, as does “é” and Ångström.'],
    ['It&#8217;s a &ldquo;test&rdquo;&hellip;', 'It’s a “test”…'],
    ['It&amp;#8217;s escaped twice.', 'It’s escaped twice.'],
    ['An emoji 👩‍👩‍👧 stays whole.', 'An emoji 👩‍👩‍👧 stays whole.'],
  ])('%j becomes %j', (markdown, text) => {
    expect(body(markdown)).toEqual([text]);
  });

  it('loses the page’s lines, wherever they stand', () => {
    const text = `By Jane Doe

The first paragraph tells the news.

ADVERTISEMENT

The second paragraph goes on.
Share this article
Advertisement

[Read more: Something else happened](https://example.org/else)

[Another story altogether](https://example.org/other)

The third paragraph ends it.

Related stories

- [A first headline](https://example.org/1)
- A second headline

Sign up for our newsletter`;
    expect(body(text)).toEqual([
      'The first paragraph tells the news.',
      'The second paragraph goes on.',
      'The third paragraph ends it.',
    ]);
    expect(parse(FRONT + text).repairs.every(({ kind }) => kind === 'boilerplate-removed')).toBe(true);
  });

  it('loses the headline when it is given again', () => {
    expect(body('# A Headline\n\nThe news.')).toEqual(['The news.']);
  });

  it('has its paragraphs back when every line was one', () => {
    const text = [
      'The council voted on Thursday to close the bridge. Engineers had found cracks in two pillars.',
      'The mayor said it would stay open to pedestrians. “Nobody should swim,” she said.',
      'Repairs cost 14 million euros. They take three years.',
    ];
    expect(paragraphs(`A headline\n\n${text.join('\n')}`, 'story.txt')).toEqual(text);
    expect(parse(`A headline\n\n${text.join('\n')}`, 'story.txt').repairs).toMatchObject([
      { kind: 'paragraph-break-inserted', line: 4 },
      { kind: 'paragraph-break-inserted', line: 5 },
    ]);
  });

  it('keeps wrapped lines together', () => {
    const wrapped =
      'The council voted on Thursday to close\nthe bridge. Engineers had found cracks\nin two pillars.\nShare prices fell.';
    expect(body(wrapped)).toEqual([wrapped.replaceAll('\n', ' ')]);
  });

  it('has its paragraphs back when they were set one against the other', () => {
    const text = [
      'The council voted on Thursday to close the bridge.',
      'Mayor Ingrid Solheim said it would stay open.',
      '“Nobody should swim,” she said.',
      'Repairs cost 14 million euros.',
    ];
    expect(body(text.join(''))).toEqual(text);
  });

  it('leaves one lost space to the sentence splitter', () => {
    const article = parse(`${FRONT}He was taken to hospital.The driver fled.`);
    expect(article.paragraphs).toHaveLength(1);
    expect(article.paragraphs[0]?.sentences).toHaveLength(2);
  });
});

describe('quote marks at the wrong side of a paragraph break', () => {
  it.each([
    ['He was clear.”\n\nWe go,” he said.', ['He was clear.', '“We go,” he said.']],
    ['He was clear."\n\nWe go," he said.', ['He was clear.', '"We go," he said.']],
    ['He was clear. “\n\nWe go,” he said.', ['He was clear.', '“We go,” he said.']],
    ['“We go.\n\n” The crowd left.', ['“We go.”', 'The crowd left.']],
  ])('%j: moved', (text, moved) => {
    expect(body(text)).toEqual(moved);
    expect(parse(FRONT + text).repairs).toMatchObject([{ kind: 'quote-mark-moved' }]);
  });

  it.each([
    ['“We go.\n\n“We stay,” he said.'],
    ['He said, “We go.\n\nWe stay.” He left.'],
    ['He said, "We go.\n\nWe stay." He left.'],
    ['It was “minor.”\n\n“We go,” he said.'],
    ['It was “minor.”\n\nWe go, he said.'],
    ['He said, "We go.\n\nThey stay."\n\nA man of 5\' 3" left.'],
  ])('%j: left alone', (text) => {
    expect(body(text)).toEqual(text.split('\n\n'));
    expect(parse(FRONT + text).repairs).toEqual([]);
  });
});

describe('sentences that are cut in the source', () => {
  const damage = (...texts: readonly string[]) =>
    sentencesOf(parse(FRONT + texts.join('\n\n'))).map(({ damaged }) => damaged ?? '');

  it('at the start of a paragraph', () => {
    expect(damage('He left on Friday.', 'ence at the White House, he spoke. He sat.')).toEqual([
      '',
      '',
      'start',
      '',
    ]);
    expect(damage('He left on Friday.', ', and then he sat down.')).toEqual(['', '', 'start']);
  });

  it('at the end of a paragraph', () => {
    expect(damage('He left on Friday. He told reporters that the', 'The crowd left.')).toEqual([
      '',
      '',
      'end',
      '',
    ]);
    expect(damage('The minister was on his way to', 'The crowd left.')).toEqual(['', 'end', '']);
    expect(damage('He left. The minister sent more troops to the bor')).toEqual(['', '', 'end']);
    expect(damage('The minister has sent more troops to the bor')).toEqual(['', 'end']);
    expect(damage('He left. The minister sent more troops… [+1234 chars]')).toEqual(['', '', 'end']);
  });

  it.each([
    ['Background'],
    ['Group F — Sweden 1–0 Korea Republic', 'Sweden won.'],
    ['He promised three things:', '- more money', '- less work'],
    ['He promised three things:', 'more money.'],
    ['iPhone sales rose.'],
    ['al-Shabab fighters came.'],
    ['de Gaulle left.'],
    ['It was on “short order”', 'He left.'],
    ['“Then we will –” he began.', 'He left —'],
    ['# What is to be done about the', 'He left.'],
    ['all in small letters.', 'another one of them.', 'and the third.', 'and a fourth.'],
  ])('but not here: %j', (...texts) => {
    expect(damage(...texts).join('')).toBe('');
  });
});
