import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Depth } from '../../../src/briefing/brief.ts';
import { leansBack } from '../../../src/briefing/summary/leans-back.ts';
import { summarise } from '../../../src/briefing/summary/summarise.ts';
import type { Article, Cited } from '../../../src/story/article.ts';
import { articleOf } from '../../support/stories.ts';

const FERRY = `---
title: Ferry runs aground off Orkney with 112 aboard
published: 2024-05-16
---

A ferry with 112 people aboard ran aground off Orkney on Wednesday night, and all were brought ashore by dawn.

But it was a close thing. "We felt a jolt. Then the lights went out," said Moira Flett, a teacher from Stromness.

The operator, NorthLink, said that a steering fault had been reported on the ship, the Hamnavoe, twice this month. It has begun an inquiry.

He said nothing more.

Lifeboats from Longhope and Stromness took off 87 passengers and 25 crew in winds of 50 mph, the coastguard said.

Sailings between Scrabster and Stromness are cancelled until Monday. They carry 1,500 people a week.
`;

const said = (summary: readonly Cited[]): string[] => summary.map(({ text }) => text);

describe('a summary of a story', () => {
  const article = articleOf(FERRY);

  it('in one line is a sentence that stands alone', () => {
    expect(said(summarise(article, 'line'))).toEqual([
      'A ferry with 112 people aboard ran aground off Orkney on Wednesday night, and all were brought ashore by dawn.',
    ]);
  });

  it('in short is three sentences, in story order', () => {
    expect(said(summarise(article, 'short'))).toEqual([
      'A ferry with 112 people aboard ran aground off Orkney on Wednesday night, and all were brought ashore by dawn.',
      'The operator, NorthLink, said that a steering fault had been reported on the ship, the Hamnavoe, twice this month.',
      'Lifeboats from Longhope and Stromness took off 87 passengers and 25 crew in winds of 50 mph, the coastguard said.',
    ]);
  });

  it('in full holds the short one and goes on', () => {
    const full = said(summarise(article, 'full'));
    expect(full).toEqual(expect.arrayContaining(said(summarise(article, 'short'))));
    expect(full).toHaveLength(4);
  });

  it('never tells a dangling sentence, however little else there is', () => {
    for (const depth of ['line', 'short', 'full'] as const) {
      expect(said(summarise(article, depth))).not.toContain('He said nothing more.');
      expect(said(summarise(article, depth)).join(' ')).not.toMatch(/We felt a jolt|lights went out/);
    }
  });

  it('never tells the same twice', () => {
    const twice = articleOf(
      '---\ntitle: Rates\n---\n\nThe bank raised interest rates to 5 percent on Thursday.\n\nOn Thursday the bank raised interest rates to 5 percent.\n\nShares in Tokyo fell after the news from London.',
    );
    expect(said(summarise(twice, 'full'))).toHaveLength(2);
  });

  it('of a story that has less is less', () => {
    expect(said(summarise(articleOf('---\ntitle: T\n---\n\nThe bridge is closed.'), 'full'))).toEqual([
      'The bridge is closed.',
    ]);
  });
});

const TRAINING = new URL('../../../bench/training/', import.meta.url);
const stories = readdirSync(TRAINING)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => articleOf(readFileSync(new URL(name, TRAINING), 'utf8'), name));

function expectSound(article: Article, depth: Depth): void {
  const summary = summarise(article, depth);
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const places = summary.map(({ paragraph, sentence }) =>
    sentences.findIndex((one) => one.paragraph === paragraph && one.sentence === sentence),
  );
  expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
  for (const [i, { text, start, end, damaged }] of summary.entries()) {
    const place = places[i] ?? -1;
    expect(text).toBe(sentences[place]?.text);
    expect(text).toBe(article.body.slice(start, end));
    expect(damaged).toBeUndefined();
    const choice = sentences.some((one, at) => !one.damaged && (at === 0 || !leansBack(one.text)));
    if (place > 0 && leansBack(text) && choice) expect(places[i - 1]).toBe(place - 1);
  }
}

describe('every story at every depth', () => {
  it.each(stories.map((story) => [story.slug, story] as const))('%s', (_, story) => {
    for (const depth of ['line', 'short', 'full'] as const) expectSound(story, depth);
    const whole = story.paragraphs.flatMap((paragraph) => paragraph.sentences).length;
    expect(summarise(story, 'line')).toHaveLength(1);
    expect(summarise(story, 'short')).toHaveLength(3);
    expect(summarise(story, 'full')).toHaveLength(Math.max(4, Math.round(whole / 4)));
  });

  it('also of sentences thrown together', () => {
    const pool = stories.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((one) => one.sentences.map(({ text }) => text)),
    );
    const paragraph = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), (paragraphs) => {
        const body = paragraphs.map((texts) => texts.join(' ')).join('\n\n');
        const article = articleOf(`---\ntitle: T\n---\n\n${body}`);
        for (const depth of ['line', 'short', 'full'] as const) expectSound(article, depth);
      }),
      { numRuns: 60 },
    );
  });
});
