import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/briefing/brief.ts';
import { makeBrief } from '../../src/briefing/make-brief.ts';
import type { Cited } from '../../src/story/article.ts';
import { articleOf } from '../support/stories.ts';

const FERRY = `---
title: Ferry runs aground off Orkney
published: 2024-05-16
---

A ferry with 112 people aboard ran aground off Orkney on Wednesday night.

NorthLink has sailed the route since 2002 and carries 1,500 people a week. Two crew were hurt on Wednesday night.

"We felt a jolt," said Moira Flett, a teacher. The ship was due a refit next month, and sailings resume on Monday.

The last accident there was on 3 August 2013, about a decade ago.
`;

const article = articleOf(FERRY);
const { facts } = makeBrief(article, 'short');

describe('the facts of a story', () => {
  it('dates, each once, as written and as meant', () => {
    expect(facts.dates.map(({ text, date, paragraph }) => [text, date, paragraph])).toEqual([
      ['Wednesday night', '2024-05-15', 1],
      ['2002', '2002', 2],
      ['next month', '2024-06', 3],
      ['Monday', '2024-05-20', 3],
      ['3 August 2013', '2013-08-03', 4],
      ['about a decade ago', undefined, 4],
    ]);
  });

  it('the same day of the week told as past and as coming is two dates', () => {
    const two = articleOf(
      '---\ntitle: T\npublished: 2024-05-16\n---\n\nThe court sat on Friday. The court will sit again on Friday.',
    );
    expect(makeBrief(two, 'line').facts.dates.map(({ text, date }) => [text, date])).toEqual([
      ['Friday', '2024-05-10'],
      ['Friday', '2024-05-17'],
    ]);
  });

  it('a stretch of time has a first and a last day', () => {
    const week = articleOf('---\ntitle: T\npublished: 2024-05-16\n---\n\nThe court sat last week.');
    expect(makeBrief(week, 'line').facts.dates).toMatchObject([{ date: '2024-05-06', until: '2024-05-12' }]);
  });

  it('numbers with what they count', () => {
    expect(facts.numbers.map(({ text, counts }) => [text, counts])).toEqual([
      ['112', 'people'],
      ['1,500', 'people'],
      ['Two', 'crew'],
    ]);
  });

  it('the same number of the same thing once', () => {
    const again = articleOf('---\ntitle: T\n---\n\nIt has 12 members. All 12 members came in 12 boats.');
    expect(makeBrief(again, 'line').facts.numbers.map(({ text, counts }) => `${text} ${counts}`)).toEqual([
      '12 members',
      '12 boats',
    ]);
  });

  it('the timeline, the earliest first, the undated where the story tells them', () => {
    expect(facts.timeline.map(({ when, date }) => [when, date])).toEqual([
      ['2002', '2002'],
      ['3 August 2013', '2013-08-03'],
      ['Wednesday night', '2024-05-15'],
      ['Wednesday night', '2024-05-15'],
      ['next month', '2024-06'],
    ]);
    const loose = articleOf(
      '---\ntitle: T\npublished: 2024-05-16\n---\n\nIt opened in 2010. Nearly a decade ago it shut. It burned in 1999.',
    );
    expect(makeBrief(loose, 'line').facts.timeline.map(({ when }) => when)).toEqual([
      '1999',
      '2010',
      'Nearly a decade ago',
    ]);
  });

  it('people and quotes', () => {
    expect(facts.people).toMatchObject([{ name: 'Moira Flett', role: 'a teacher' }]);
    expect(facts.quotes).toMatchObject([{ text: 'We felt a jolt,', speaker: 'Moira Flett' }]);
  });

  it('are the same at every depth', () => {
    for (const depth of ['line', 'full'] as const) expect(makeBrief(article, depth).facts).toEqual(facts);
  });
});

it('without a day of publication nothing relative is resolved', () => {
  const undated = articleOf(FERRY.replace('published: 2024-05-16\n', ''));
  expect(makeBrief(undated, 'line').facts.dates.map(({ date }) => date)).toEqual([
    undefined,
    '2002',
    undefined,
    undefined,
    '2013-08-03',
    undefined,
  ]);
});

it('every item is the slice of the story it is cited as', () => {
  const cited = ({ summary, facts: found }: Brief): readonly Cited[] => [
    ...summary,
    ...found.dates,
    ...found.numbers,
    ...found.timeline,
    ...found.places,
    ...found.organisations,
    ...found.quotes,
    ...found.people,
  ];
  for (const { text, start, end, paragraph, sentence } of cited(makeBrief(article, 'full'))) {
    expect(article.body.slice(start, end)).toBe(text);
    const home = article.paragraphs[paragraph - 1]?.sentences[sentence - 1];
    expect(home?.start).toBeLessThanOrEqual(start);
    expect(home?.end).toBeGreaterThanOrEqual(end);
  }
});
