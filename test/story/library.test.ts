import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Slug } from '../../src/story/article.ts';
import { openLibrary } from '../../src/story/library.ts';
import { formatProblem } from '../../src/story/problem.ts';

const BRIDGE = `---
title: Council closes the old harbour bridge
published: 2026-10-30
---

Engineers found cracks in two pillars. Mayor Ingrid Solheim spoke.
`;
const WHALES = `---
title: Humpback whales return to the fjord
published: 2026-10-28
---

At least 40 whales were counted this autumn.
`;

let folder: string;
let clock: number;
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  clock += 5000;
  utimesSync(join(folder, name), clock / 1000, clock / 1000);
};
const slug = (name: string) => name as Slug;
const open = (options = {}) => openLibrary(folder, { now: () => clock, ...options });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backstory-library-'));
  clock = Date.UTC(2026, 10, 2, 8);
  write('bridge.md', BRIDGE);
  write('whales.md', WHALES);
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

describe('a folder of stories', () => {
  it('is read newest story first, its README and other files left alone', () => {
    write('README.md', '# How to write a story');
    write('notes.json', '{}');
    write('.draft.md', 'no story');
    const library = open();
    expect(library.all().map((story) => story.slug)).toEqual(['bridge', 'whales']);
    expect(library.get(slug('whales'))?.title).toBe('Humpback whales return to the fjord');
    expect(library.get(slug('sharks'))).toBeUndefined();
    expect(library.problems()).toEqual([]);
  });

  it('keeps the others when one cannot be used, and says what is wrong with it', () => {
    write('broken.md', 'no front matter');
    write('broken2.txt', 'A sentence, no headline.');
    const library = open();
    expect(library.all()).toHaveLength(2);
    expect(library.problems().map(formatProblem)).toEqual([
      expect.stringContaining('broken.md:1: the story has no title: '),
      expect.stringContaining('broken2.txt:1: the story has no title: '),
    ]);
  });

  it('gives a slug to the first file that asks for it, and names that file to the other', () => {
    write('zebra.md', BRIDGE.replace('---\n', '---\nslug: bridge\n'));
    const library = open();
    expect(library.all()).toHaveLength(2);
    expect(library.problems().map(formatProblem)).toEqual([
      expect.stringMatching(
        /zebra\.md:2: the slug bridge is taken by bridge\.md: give this story a slug of its own$/,
      ),
    ]);
    rmSync(join(folder, 'bridge.md'));
    library.refresh();
    expect(library.problems()).toEqual([]);
    expect(library.get(slug('bridge'))).toBeDefined();
  });

  it('may be missing', () => {
    const library = openLibrary(join(folder, 'nowhere'));
    expect(library.all()).toEqual([]);
    expect(library.problems().map(formatProblem)).toEqual([
      expect.stringContaining('the stories folder cannot be read: '),
    ]);
  });
});

describe('a story is found', () => {
  it.each([
    ['bridge', 'bridge'],
    ['BRIDGE', 'bridge'],
    ['harbour bridge', 'bridge'],
    ['the whale story', 'whales'],
    ['humpbak', 'whales'],
    ['solheim', 'bridge'],
    ['cracks in pillars', 'bridge'],
  ])('by %j', (words, found) => {
    expect(open().find(words)?.slug).toBe(found);
  });

  it.each(['', '   ', 'xyzzy', '__proto__', 'constructor', '😀'.repeat(1000)])('not by %j', (words) => {
    expect(open().find(words)).toBeUndefined();
  });

  it('best first, a word of its title before one of its text', () => {
    write('mayor.md', BRIDGE.replace('Council closes the old harbour bridge', 'Solheim steps down'));
    expect(
      open()
        .search('solheim')
        .map((story) => story.slug),
    ).toEqual(['mayor', 'bridge']);
  });
});

describe('a file that changes', () => {
  it('is a new version of its story; the same content is the same version', () => {
    const library = open();
    const first = library.get(slug('bridge'))?.latest;
    expect(first).toMatchObject({ number: 1, seenAt: clock });
    expect(library.refresh()).toBe(false);
    expect(library.get(slug('bridge'))?.latest).toBe(first);

    write('bridge.md', BRIDGE.replace('two pillars', 'three pillars'));
    expect(library.refresh()).toBe(true);
    const second = library.get(slug('bridge'))?.latest;
    expect(second).toMatchObject({ number: 2, seenAt: clock });
    expect(second?.article.body).toContain('three pillars');
    expect(second?.contentHash).toMatch(/^[0-9a-f]{64}$/);

    write('bridge.md', BRIDGE);
    expect(library.refresh()).toBe(true);
    expect(library.get(slug('bridge'))?.latest).toBe(first);
    expect(library.versions(slug('bridge')).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('keeps its last good version while it is broken', () => {
    const library = open();
    write('bridge.md', '---\ntitle: Coun');
    expect(library.refresh()).toBe(false);
    expect(library.get(slug('bridge'))?.title).toBe('Council closes the old harbour bridge');
    expect(library.problems().map(formatProblem)).toEqual([
      expect.stringContaining('bridge.md:1: the front matter is never closed'),
    ]);
    write('bridge.md', BRIDGE.replace('old', 'new'));
    expect(library.refresh()).toBe(true);
    expect(library.get(slug('bridge'))?.latest).toMatchObject({ number: 2 });
    expect(library.problems()).toEqual([]);
  });

  it('leaves the library when it is deleted and is found when it is new', () => {
    const library = open();
    rmSync(join(folder, 'whales.md'));
    write('sharks.md', WHALES.replace('Humpback whales', 'Basking sharks'));
    expect(library.refresh()).toBe(true);
    expect(library.all().map((story) => story.slug)).toEqual(['bridge', 'sharks']);
    expect(library.find('whales return')?.slug).toBe('sharks');
    expect(library.find('humpback')).toBeUndefined();
  });

  it('keeps every story when the folder is gone for a while', () => {
    const library = open();
    rmSync(folder, { recursive: true, force: true });
    expect(library.refresh()).toBe(false);
    expect(library.all()).toHaveLength(2);
    expect(library.problems()).toHaveLength(1);
  });
});

describe('watching', () => {
  it('takes up a change once the file is at rest, and forgets a file at the second look', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const changes = vi.fn();
    const library = open({ watchEveryMs: 1000, onChange: changes });

    write('bridge.md', BRIDGE.replace('two', 'three'));
    vi.advanceTimersByTime(1000);
    expect(changes).not.toHaveBeenCalled();
    clock += 1000;
    vi.advanceTimersByTime(1000);
    expect(changes).toHaveBeenCalledOnce();
    expect(library.get(slug('bridge'))?.latest.number).toBe(2);

    rmSync(join(folder, 'whales.md'));
    vi.advanceTimersByTime(1000);
    expect(library.all()).toHaveLength(2);
    vi.advanceTimersByTime(1000);
    expect(library.all()).toHaveLength(1);

    library.close();
    rmSync(join(folder, 'bridge.md'));
    vi.advanceTimersByTime(10_000);
    expect(library.all()).toHaveLength(1);
  });
});
