import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Article, sentencesOf } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';
import { formatProblem } from '../../src/story/problem.ts';

const FRONT = '---\ntitle: A headline\n---\n\n';

function parse(text: string | Uint8Array, file = 'story.md'): Article {
  const { article, problems } = parseArticle(text, { file });
  if (!article) throw new Error(problems.map(formatProblem).join('; '));
  return article;
}
const paragraphs = (text: string, file?: string) =>
  parse(text, file).paragraphs.map((paragraph) => paragraph.text);
const body = (markdown: string) => paragraphs(FRONT + markdown);
const problemsOf = (text: string | Uint8Array, file = 'story.md') =>
  parseArticle(text, { file }).problems.map(formatProblem);

describe('the customer’s story', () => {
  const path = new URL('../../content/us-russia-ukraine-crisis.md', import.meta.url);
  const article = parse(readFileSync(path), 'us-russia-ukraine-crisis.md');

  it('has its headline, date and slug from the front matter', () => {
    expect(article).toMatchObject({
      slug: 'us-russia-ukraine-crisis',
      title: 'US and Russia dig in over Ukraine crisis as Blinken visits Kyiv',
      published: { date: '2022-01-20' },
      publishedNote: 'not in the received text; added by the editor',
    });
  });

  it('has eleven paragraphs; the standfirst was not lifted out', () => {
    expect(article.paragraphs).toHaveLength(11);
    expect(article.standfirst).toBeUndefined();
    expect(article.paragraphs[0]?.text).toMatch(/^Impasse leaves little hope/);
  });

  it('has its misplaced quote mark moved to the quote it opens, and the page’s last line taken out', () => {
    expect(article.paragraphs[9]?.text).toMatch(/what the president meant\.$/);
    expect(article.paragraphs[10]?.text).toMatch(/^“If any Russian military forces/);
    expect(article.body).not.toContain('You might also like');
    expect(article.repairs).toMatchObject([
      { kind: 'quote-mark-moved', line: 27 },
      { kind: 'boilerplate-removed', line: 33 },
    ]);
  });

  it('has one damaged sentence: the one whose paragraph begins in mid-word', () => {
    const damaged = sentencesOf(article).filter((sentence) => sentence.damaged);
    expect(damaged).toMatchObject([{ paragraph: 7, sentence: 1, damaged: 'start' }]);
    expect(damaged[0]?.text).toMatch(/^ence at the White House/);
  });

  it('splits quotes at their sentences', () => {
    expect(article.paragraphs[8]?.sentences.map(({ text }) => text)).toEqual([
      '“Russia will be held accountable if it invades – and it depends on what it does.',
      'It’s one thing if it’s a minor incursion and we end up having to fight about what to do and what to not do, etcetera,” Biden said.',
      '“But if they actually do what they’re capable of doing … it is going to be a disaster for Russia if they further invade Ukraine.”',
    ]);
  });
});

describe('front matter', () => {
  it('gives what it says, as text', () => {
    const front = `---
title: "1984"
slug: nineteen
standfirst: A year. A book.
source: The Daily News
url: https://example.org/1984
author: Jane Doe
published: 2022-01-20T14:30:00+02:00
licence: CC BY 4.0
corrections:
  - The year was wrong.
  - So was the month.
---
It was a bright day.`;
    const article = parse(front);
    expect(article).toMatchObject({
      title: '1984',
      slug: 'nineteen',
      standfirst: 'A year. A book.',
      source: 'The Daily News',
      url: 'https://example.org/1984',
      author: 'Jane Doe',
      published: { date: '2022-01-20', instant: Date.UTC(2022, 0, 20, 12, 30) },
      licence: 'CC BY 4.0',
      corrections: ['The year was wrong.', 'So was the month.'],
      body: 'It was a bright day.',
    });
    expect(article.headline.text).toBe('1984\n\nA year. A book.');
    expect(article.headline.sentences.map(({ text, sentence }) => [sentence, text])).toEqual([
      [1, '1984'],
      [2, 'A year.'],
      [3, 'A book.'],
    ]);
  });

  it('leaves the slug to the file’s name', () => {
    expect(parse(`${FRONT}Text.`, '/some/where/Kyiv talks, Day 2.md').slug).toBe('kyiv-talks-day-2');
    expect(parse(`${FRONT}Text.`, 'Ünïcode—näme.md').slug).toBe('unicode-name');
    expect(parse(`${FRONT}Text.`, '日本.md').slug).toBe('story');
  });

  it.each([
    ['colour: red', 'story.md:3: warning: unknown key "colour" in the front matter'],
    ['license: MIT', 'story.md:3: warning: unknown key "license" in the front matter: write licence'],
    ['published: last week', 'story.md:3: warning: the date "last week" cannot be read'],
    ['published: 2022-02-30', 'story.md:3: warning: the date "2022-02-30" cannot be read'],
    ['published: 2022-01-20T25:00', 'story.md:3: warning: the date "2022-01-20T25:00" cannot be read'],
    ['url: ftp://example.org', 'story.md:3: warning: "ftp://example.org" is not a web address'],
    ['url: javascript:alert(1)', 'story.md:3: warning: "javascript:alert(1)" is not a web address'],
    ['source: { a: b }', 'story.md:3: warning: source is not plain text'],
  ])('warns of %s and goes on', (line, warning) => {
    const { article, problems } = parseArticle(`---\ntitle: A\n${line}\n---\nText.`, { file: 'story.md' });
    expect(article).toBeDefined();
    expect(problems).toHaveLength(1);
    expect(problems.map(formatProblem)[0]).toContain(warning);
  });

  it.each([
    ['---\ntitle: A: b\n---\nText.', 'story.md:2: the front matter is not YAML'],
    ['---\ntitle: A\nslug: Not A Slug\n---\nText.', 'story.md:3: "Not A Slug" cannot be a slug'],
    ['---\ntitle: A\ntitle: B\n---\nText.', 'story.md:3: the front matter is not YAML'],
    ['---\n- a\n---\nText.', 'story.md:2: the front matter is not a list of keys'],
    ['---\ntitle: A\n\nText.', 'story.md:1: the front matter is never closed'],
    ['---\nsource: A\n---\nText.', 'story.md:1: the story has no title'],
    ['Text without anything.', 'story.md:1: the story has no title'],
    ['---\ntitle: A\n---\n', 'story.md: the story has no text'],
    [`---\ntitle: A\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n---\nText.`, 'unknown key'],
  ])('refuses %j with the line and a remedy', (text, problem) => {
    expect(problemsOf(text)[0]).toContain(problem);
    expect(problemsOf(text)[0]?.split('\n')).toHaveLength(1);
  });

  it('takes prototype names for what they are: unknown keys', () => {
    const { article, problems } = parseArticle('---\ntitle: A\n__proto__: x\nconstructor: y\n---\nText.', {
      file: 's.md',
    });
    expect(article?.title).toBe('A');
    expect(problems).toHaveLength(2);
  });
});

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

describe('what is no story', () => {
  const bytes = (...codes: readonly number[]) => Uint8Array.from(codes);

  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', 'story.md: the file is empty: '],
    ['blank', ' \n\n', 'story.md: the file is empty: '],
    ['binary', bytes(1, 2, 0, 4, 65, 0), 'story.md:1: this is not text: '],
    ['binary after text', new TextEncoder().encode('Some text\n\0\0\0'), 'story.md:2: this is not text: '],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), 'story.md: this is a PDF: '],
    ['Latin-1', bytes(65, 10, 66, 0xe9, 66), 'story.md:2: the text is not UTF-8: save it as UTF-8'],
    ['UTF-16', bytes(0xff, 0xfe, 65, 0), 'story.md:1: the text is UTF-16: save it as UTF-8'],
    ['50 MB', new Uint8Array(50_000_000).fill(65), 'story.md: 50.0 MB is too large for a story: '],
    [
      'German',
      `${FRONT}${'Der Minister sagte am Freitag, dass die Brücke geschlossen wird und die Bürger nicht schwimmen müssen. '.repeat(3)}`,
      'story.md:5: the story is not in English: ',
    ],
    [
      'Dutch',
      `${FRONT}${'De minister zei op vrijdag dat de brug wordt gesloten, en dat is in het belang van de stad en haar inwoners. '.repeat(3)}`,
      'story.md:5: the story is not in English: ',
    ],
    [
      'Russian',
      `${FRONT}${'Министр сказал в пятницу, что мост будет закрыт. '.repeat(3)}`,
      'story.md:5: the story is not in English: ',
    ],
    ['only boilerplate', `${FRONT}Advertisement\n\nShare this`, 'story.md: the story has no text: '],
  ])('%s: one line that says why', (_name, content, problem) => {
    const problems = problemsOf(content);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('keeps a byte order mark out of the story', () => {
    expect(parse(`\ufeff${FRONT}Text.`).body).toBe('Text.');
  });
});

// The limit is the test's own: a pattern that backtracks takes minutes.
it('parses hostile text before the test is given up', () => {
  for (const part of [
    '[',
    '[a](',
    '> ',
    '*a **a ',
    '`a``',
    '<a ',
    '<!--',
    '&#',
    '“ ”\n\n',
    'â€',
    '- ',
    '|a|\n|-|\n',
    'a.B',
  ])
    expect(parseArticle(FRONT + part.repeat(8000 / part.length), { file: 'story.md' })).toBeDefined();
});
