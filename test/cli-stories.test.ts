import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { Desk, linesOf } from './support/command-desk.ts';
import { BRIDGE } from './support/stories.ts';

const desk = new Desk();
afterAll(() => desk.clear());

const CITED = {
  text: expect.any(String),
  paragraph: expect.any(Number),
  sentence: expect.any(Number),
  start: expect.any(Number),
  end: expect.any(Number),
};

describe('backstory brief', () => {
  test('prints JSON with the fields that scripts rely on', async () => {
    const { code, out } = await desk.run(['brief', 'bridge.md', '--json']);
    expect(code).toBe(0);
    const brief = JSON.parse(out);
    expect(Object.keys(brief)).toEqual([
      'title',
      'summary',
      'people',
      'quotes',
      'places',
      'organisations',
      'dates',
      'numbers',
      'timeline',
    ]);
    expect(brief.summary).toEqual([CITED, CITED, CITED]);
    expect(brief.people[0]).toEqual({
      ...CITED,
      name: 'Ingrid Solheim',
      role: expect.stringMatching(/mayor/i),
    });
    expect(brief.quotes[0]).toMatchObject({ speaker: expect.stringContaining('Solheim') });
  });

  test.each([
    ['line', 1],
    ['short', 3],
  ] as const)('--depth %s is %d sentences', async (depth, count) => {
    const { out } = await desk.tell(['brief', 'bridge.md', '--json', '--depth', depth]);
    expect(JSON.parse(out).summary).toHaveLength(count);
  });

  test('reads well in words', async () => {
    const { out } = await desk.tell(['brief', 'bridge.md']);
    expect(out).toMatch(
      /^ {2}City council votes to close the old harbour bridge\n\n {2}The Harbour Gazette · 30 October 2026\n\n/,
    );
    expect(linesOf(out).every((line) => line.length <= 80)).toBe(true);
  });
});

describe('stories', () => {
  test('are found from where npm was called', async () => {
    const child = await desk.run(
      ['brief', './bridge.md', '--depth', 'line'],
      null,
      { INIT_CWD: desk.folder },
      tmpdir(),
    );
    expect(child).toMatchObject({ code: 0, out: expect.stringContaining('City council') });
  });

  test('are found by slug in the stories folder', async () => {
    const found = await desk.tell(['brief', 'harbour-bridge', '--depth', 'line'], '', { STORIES_DIR: '.' });
    expect(found).toMatchObject({ code: 0, out: expect.stringContaining('City council') });
    const lost = await desk.tell(['brief', 'constructor'], '', { STORIES_DIR: '.' });
    expect(lost).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^backstory: there is no story "constructor"; there is harbour-bridge/),
    });
  });

  test.each([
    ['missing.md', '', /^missing\.md: there is no such file/],
    ['empty.md', '', /^empty\.md/],
    ['binary.txt', '\u0000\u0001\u0002PNG\u0000', /^binary\.txt/],
    ['untitled.md', '---\nslug: a\n---\n\nSome text stands here.\n', /^untitled\.md:\d+: /],
  ])('%s is one line with a remedy', async (name, content, expected) => {
    if (content !== '' || name === 'empty.md') desk.write(name, content);
    const { code, out, err } = await desk.tell(['brief', name, '--json']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(linesOf(err)).toEqual([expect.stringMatching(expected)]);
    desk.remove(name);
  });

  test('a warning goes to stderr, and the brief is made', async () => {
    desk.write('odd.md', BRIDGE.replace('source:', 'colour: red\nsource:'));
    const { code, out, err } = await desk.run(['brief', 'odd.md', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).title).toContain('harbour bridge');
    expect(err).toMatch(/^odd\.md:4: warning: .*colour/);
    desk.remove('odd.md');
  });
});

describe('backstory check', () => {
  test('is silent about a good story', async () => {
    expect(await desk.run(['check', 'bridge.md'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('tells warnings, and fails on them when strict', async () => {
    desk.write('odd.md', BRIDGE.replace('source:', 'colour: red\nsource:'));
    expect(await desk.tell(['check', 'odd.md'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^odd\.md:4: warning: /),
    });
    expect(await desk.tell(['check', '--strict', 'odd.md'])).toMatchObject({ code: 1 });
    desk.remove('odd.md');
  });

  test('fails on errors, each with file and line', async () => {
    desk.write('twin.md', BRIDGE);
    const { code, out } = await desk.run(['check', 'bridge.md', 'twin.md', 'missing.md']);
    expect(code).toBe(1);
    expect(linesOf(out)).toEqual([
      expect.stringMatching(/^twin\.md:3: .*harbour-bridge/),
      expect.stringMatching(/^missing\.md: /),
    ]);
    desk.remove('twin.md');
  });
});
