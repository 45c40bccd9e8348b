import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { StoredArchive } from '../../src/store/stored-archive.ts';
import type { Archive } from '../../src/story/archive.ts';
import type { Slug } from '../../src/story/article.ts';
import { type Library, openLibrary } from '../../src/story/library.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { BRIDGE } from '../support/stories.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SLUG = 'harbour-bridge' as Slug;
const NOON = Date.UTC(2026, 10, 2, 12);
const edit = (folder: string, words: string) =>
  writeFileSync(join(folder, 'bridge.md'), `${BRIDGE}\n${words}\n`);
const numbers = (library: Library) => library.versions(SLUG).map(({ number }) => number);

describeEveryStore('the versions of stories', (stores) => {
  const opened = async (folder: string, archive?: Archive, watchEveryMs = 0) => {
    const library = openLibrary(folder, { now: () => NOON, watchEveryMs });
    await library.keepIn(archive ?? new StoredArchive(await stores.open()));
    return library;
  };

  it('have the same numbers after a restart, with what they said', async () => {
    const folder = temporaryFolder();
    edit(folder, 'Ferries are free.');
    expect(numbers(await opened(folder))).toEqual([1]);
    edit(folder, 'Ferries cost a krone.');
    expect(numbers(await opened(folder))).toEqual([1, 2]);
    edit(folder, 'Ferries are free.');
    const again = await opened(folder);
    expect([numbers(again), again.get(SLUG)?.latest.number]).toEqual([[1, 2], 1]);
    const [first, second] = again.versions(SLUG);
    expect(first?.article.body).toContain('Ferries are free.');
    expect(second?.article.body).toContain('Ferries cost a krone.');
  });

  it('have the same numbers in every process', async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    edit(one, 'One saw this.');
    edit(two, 'Two saw that.');
    await Promise.all([opened(one), opened(two)]);
    const versions = new Map(
      (await new StoredArchive(await stores.open()).load()).map(({ contentHash, number }) => [
        contentHash,
        number,
      ]),
    );
    expect([...versions.values()].toSorted()).toEqual([1, 2]);
    for (const folder of [one, two]) {
      const { latest } = (await opened(folder)).get(SLUG) ?? {};
      expect(latest?.number).toBe(versions.get(latest?.contentHash ?? ''));
    }
  });

  it('are seen while we watch, and stay as they were while they cannot be kept', async () => {
    const folder = temporaryFolder();
    edit(folder, 'First.');
    const stored = new StoredArchive(await stores.open());
    let works = false;
    const archive: Archive = {
      load: () => stored.load(),
      record: (version) => (works ? stored.record(version) : Promise.reject(new Error('the disk is full'))),
    };
    works = true;
    let at = Date.now();
    const faults: unknown[] = [];
    const library = openLibrary(folder, {
      now: () => at,
      watchEveryMs: 5,
      onFault: (fault) => faults.push(fault),
    });
    try {
      await library.keepIn(archive);
      works = false;
      edit(folder, 'Second.');
      at = Date.now() + 2000;
      await vi.waitFor(() => expect(faults.length).toBeGreaterThan(0));
      expect(library.get(SLUG)?.latest.number).toBe(1);
      works = true;
      await vi.waitFor(() => expect(library.get(SLUG)?.latest.number).toBe(2));
      expect((await stored.load()).map(({ number }) => number)).toEqual([1, 2]);
    } finally {
      library.close();
    }
  });
});
