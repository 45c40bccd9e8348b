import { describe, expect, it } from 'vitest';
import { parsePublished } from '../../src/story/published.ts';
import { parseSlug, slugOfFile } from '../../src/story/slug.ts';

describe('a slug', () => {
  it.each(['a', 'us-russia-2022', '00-a', 'x'.repeat(80)])('may be %j', (text) => {
    expect(parseSlug(text)).toBe(text);
  });

  it.each(['', 'A', 'a b', '-a', 'a-', 'a--b', 'a_b', 'é', '../a', 'x'.repeat(81)])('is not %j', (text) => {
    expect(parseSlug(text)).toBeUndefined();
  });

  it.each([
    ['/x/Kyiv talks, Day 2.md', 'kyiv-talks-day-2'],
    ['a.b.md', 'a-b'],
    ['---.md', 'story'],
    [`${'long '.repeat(40)}.md`, 'long-'.repeat(16).slice(0, -1)],
  ])('of the file %j is %j, and a slug', (file, slug) => {
    expect(slugOfFile(file)).toBe(slug);
    expect(parseSlug(slugOfFile(file))).toBe(slug);
  });
});

describe('a publication date', () => {
  it.each([
    ['2022-01-20', { date: '2022-01-20' }],
    ['2022-01-20T14:30Z', { date: '2022-01-20', instant: Date.UTC(2022, 0, 20, 14, 30) }],
    ['2022-01-20 14:30', { date: '2022-01-20', instant: Date.UTC(2022, 0, 20, 14, 30) }],
    ['2022-01-20T01:30:15.5+02:00', { date: '2022-01-20', instant: Date.UTC(2022, 0, 19, 23, 30, 15) }],
    ['2022-01-20T23:30:00-0530', { date: '2022-01-20', instant: Date.UTC(2022, 0, 21, 5, 0) }],
    ['2024-02-29', { date: '2024-02-29' }],
  ])('%j is read in the zone it is written in', (text, published) => {
    expect(parsePublished(text)).toEqual(published);
  });

  it.each([
    '',
    'yesterday',
    '20/01/2022',
    '2022-1-2',
    '2022-13-01',
    '2023-02-29',
    '2022-01-20T24:00',
    '2022-01-20T10:61',
  ])('%j is none', (text) => {
    expect(parsePublished(text)).toBeUndefined();
  });
});
