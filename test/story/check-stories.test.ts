import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkStories } from '../../src/story/check-stories.ts';
import { formatProblem } from '../../src/story/problem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const check = (...names: readonly string[]) =>
  checkStories(names.map((name) => ({ path: join(folder, name), shown: name }))).map(formatProblem);
const write = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);

it('has one thing to say of the customer’s story: the paragraph that begins in mid-word, by its line', () => {
  const path = fileURLToPath(new URL('../../content', import.meta.url));
  const problems = checkStories([{ path, shown: 'content' }]);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({
    severity: 'warning',
    file: 'content/us-russia-ukraine-crisis.md',
    line: 21,
    what: expect.stringContaining('“ence at the White House'),
  });
});

it('has nothing to say of a sound story', () => {
  write('a.md', '---\ntitle: A\n---\n\nThe council voted on Thursday.\n');
  expect(check('a.md')).toEqual([]);
});

it('says what is wrong with each file, in the order of its lines', () => {
  write(
    'a.md',
    '---\ntitle: A\ncolour: red\n---\n\nHe left on Friday.\n\nence he went on. He told reporters that the\n',
  );
  write('b.md', 'no front matter');
  expect(check('a.md', 'b.md', 'c.md')).toEqual([
    expect.stringMatching(/^a\.md:3: warning: unknown key "colour"/),
    expect.stringMatching(/^a\.md:8: warning: the paragraph begins in the middle \(“ence he went on\.”\): /),
    expect.stringMatching(/^a\.md:8: warning: the paragraph breaks off \(“He told reporters that the”\): /),
    expect.stringMatching(/^b\.md:1: the story has no title: /),
    expect.stringMatching(/^c\.md: there is no such file: check its path$/),
  ]);
});

it('finds characters that were lost or garbled past mending', () => {
  write('a.md', '---\ntitle: A\n---\n\nThe caf\ufffd closed.\n\nThey said: itâ€ over.\n');
  expect(check('a.md')).toEqual([
    expect.stringMatching(/^a\.md:5: warning: a character was lost/),
    expect.stringMatching(/^a\.md:7: warning: the text is garbled/),
  ]);
});

it('finds a slug that two of the stories have', () => {
  write('a.md', '---\ntitle: A\nslug: same\n---\n\nText.\n');
  write('b.md', '---\ntitle: B\nslug: same\n---\n\nText.\n');
  expect(check('.')).toEqual(['b.md:3: the slug same is taken by a.md: give this story a slug of its own']);
});

it('says so when a folder holds no story, or a file is none', () => {
  mkdirSync(join(folder, 'empty'));
  write('big.md', new Uint8Array(600_000).fill(65));
  expect(check('empty', 'big.md')).toEqual([
    'empty: the folder holds no story: put a .md file in it',
    'big.md: 0.6 MB is too large for a story: cut it to one article of at most 0.5 MB',
  ]);
});
