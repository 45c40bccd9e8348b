import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';
import { formatProblem } from '../../src/story/problem.ts';

function parse(html: string): Article {
  const { article, problems } = parseArticle(html, { file: 'page.html' });
  if (!article) throw new Error(problems.map(formatProblem).join('; '));
  return article;
}

const STORY = [
  'The city council voted on Thursday to close the old harbour bridge to cars after engineers found cracks in two of its pillars.',
  'Mayor Ingrid Solheim said the bridge would stay open to pedestrians and cyclists. “Nobody should have to swim to work,” she said.',
  'She expects repairs to cost 14 million euros & to take three years, a figure that engineers called low.',
  'Shop owners on the north bank fear losing customers. “We will not survive three years,” said baker Tomas Reyes.',
];

const PAGE = `<!doctype html>
<html lang="en">
<head>
<title>Council closes harbour bridge - The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette">
<meta property="article:published_time" content="2026-10-30T09:00:00Z">
<meta name="author" content="Jane Doe">
<link rel="canonical" href="https://gazette.example/bridge">
<script>var story = "The city council voted on Thursday";</script>
<style>p { color: red }</style>
</head>
<body>
<header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<div class="cookie-banner"><p>We use cookies to give you the best experience on our website. <button>Accept</button></p></div>
<main><article>
<h1>Council closes harbour bridge</h1>
<p class="article__subhead">Two pillars are cracked, engineers say, and repairs take years.</p>
<p class="byline">By <a href="/jane">Jane Doe</a></p>
<figure><img src="bridge.jpg" alt="The bridge"><figcaption>The bridge on Friday [Jane Doe/AFP]</figcaption></figure>
<p>The city council voted on <em>Thursday</em> to close the old <a href="/bridge">harbour bridge</a> to cars after
   engineers found cracks in two of its pillars.</p>
<p>${STORY[1]}</p>
<div class="ad">Advertisement</div>
<p>She expects repairs to cost&nbsp;14 million euros &amp; to take three years, a figure that engineers called low.</p>
<p><a href="/other">Read more: Ferry tickets rise</a></p>
<h2>Shops in fear</h2>
<p>${STORY[3]?.replace('“', '&ldquo;')}</p>
<ul class="share"><li><a href="#">Share on Facebook</a></li></ul>
</article></main>
<aside><h3>Related stories</h3><ul><li><a href="/x">Whales return to the fjord</a></li></ul></aside>
<footer><p>© 2026 The Harbour Gazette. All rights reserved.</p></footer>
</body></html>`;

describe('a saved page', () => {
  const article = parse(PAGE);

  it('is read for what its head and its top say', () => {
    expect(article).toMatchObject({
      title: 'Council closes harbour bridge',
      standfirst: 'Two pillars are cracked, engineers say, and repairs take years.',
      source: 'The Harbour Gazette',
      author: 'Jane Doe',
      url: 'https://gazette.example/bridge',
      published: { date: '2026-10-30', instant: Date.UTC(2026, 9, 30, 9) },
      slug: 'page',
    });
  });

  it('gives its story’s paragraphs and nothing of the page', () => {
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      STORY[0],
      STORY[1],
      STORY[2],
      'Shops in fear',
      STORY[3],
    ]);
  });

  it('maps its words to where they stand in the file', () => {
    for (const word of ['Thursday', 'harbour', 'Nobody', 'euros', 'Shops', 'baker']) {
      const offset = article.rawOffset(article.body.indexOf(word));
      expect(article.raw.slice(offset, offset + word.length)).toBe(word);
    }
    expect(article.rawOffset(0)).toBe(PAGE.indexOf('The city council voted on <em>'));
  });
});

describe('a page of little', () => {
  it('may be a fragment', () => {
    const article = parse(`<h1>A headline</h1><p>${STORY[0]}</p><p>${STORY[1]}</p>`);
    expect(article.title).toBe('A headline');
    expect(article.paragraphs.map(({ text }) => text)).toEqual([STORY[0], STORY[1]]);
  });

  it('has breaks for line ends and two of them for a paragraph’s', () => {
    const article = parse(`<title>A headline</title><div>${STORY[0]}<br><br>${STORY[1]}</div>`);
    expect(article.paragraphs.map(({ text }) => text)).toEqual([STORY[0], STORY[1]]);
  });

  it.each([
    [
      '<p>Text without a headline at all, and only a few words of it.</p>',
      'page.html:1: the story has no title: give the page a <title>',
    ],
    ['<title>A headline</title><body></body>', 'page.html: the story has no text'],
    [`<title>A</title>${'<div>'.repeat(5000)}x`, 'page.html: the page cannot be read as HTML'],
  ])('%s: says what is wrong', (html, problem) => {
    const { problems } = parseArticle(html, { file: 'page.html' });
    expect(problems.map(formatProblem).join('\n')).toContain(problem);
  });
});

// The limit is the test's own: a pattern that backtracks takes minutes.
it('reads a hostile page before the test is given up', () => {
  for (const part of ['<!--', '<script>', '<a ', '<p>a', '<div>', '&amp', '<b><i>', '<', 'a<br>', '<li><ul>'])
    expect(
      parseArticle(`<title>A</title>${part.repeat(10_000 / part.length)}`, { file: 'page.html' }),
    ).toBeDefined();
});
