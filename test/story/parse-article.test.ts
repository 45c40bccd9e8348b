import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';
import { formatProblem } from '../../src/story/problem.ts';
import { FRONT, parse, problemsOf } from './parsed.ts';

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
