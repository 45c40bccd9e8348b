import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUp } from '../../src/store/back-up.ts';
import { openStore } from '../../src/store/open-store.ts';
import { restore } from '../../src/store/restore.ts';
import type { Store } from '../../src/store/store.ts';
import { tableKeys } from '../../src/store/table-keys.ts';
import { describeEveryStore, silentLog } from '../support/every-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOON = Date.UTC(2026, 10, 2, 12);
const OPTIONS = { shown: 'the data', replace: false };

/** Something in tables of every kind: more than a page of them, bytes, nulls, what refers to another. */
async function fill({ db }: Store): Promise<void> {
  const rows = Array.from({ length: 1203 }, (_, n) => ({ key: `key ${n % 7} ${n} 😀`, next_at: NOON + n }));
  await db.insertInto('rate_slots').values(rows).execute();
  const content = Uint8Array.from([0, 255, 10, 13, 195, 40]);
  const version = { slug: 'bridge', content_hash: 'a', file: 'b.md', content, seen_at: NOON };
  await db
    .insertInto('story_versions')
    .values({ ...version, number: 1 })
    .execute();
  const talk = { platform: 'slack', workspace: 'T1', story: null, last: null, touched_by: 'slack:U1' };
  await db
    .insertInto('conversations')
    .values({ key: 'a', ...talk, touched_at: NOON })
    .execute();
  const turn = { asked_by: 'slack:U1', asked_at: NOON, turn: '{"question":"\\u0000?"}' };
  await db
    .insertInto('conversation_turns')
    .values({ conversation: 'a', position: 1, ...turn })
    .execute();
}

async function contentsOf({ db, engine }: Store): Promise<unknown> {
  const tables = await tableKeys(engine, db);
  const all = await Promise.all(
    tables.map(async ({ table }) => {
      const rows = await db
        .selectFrom(table as 'rate_slots')
        .selectAll()
        .execute();
      const texts = rows.map((row) =>
        JSON.stringify(row, (_, value) => (value?.type === 'Buffer' ? Object.assign({}, value.data) : value)),
      );
      return [table, texts.toSorted()];
    }),
  );
  return Object.fromEntries(all);
}

describeEveryStore('a backup', (stores) => {
  const backedUp = async () => {
    const store = await stores.open();
    await fill(store);
    const file = join(temporaryFolder(), 'data.backup');
    const rows = await backUp(store, file, NOON);
    return { store, file, rows };
  };

  it('restores everything, here and into the other engine', async () => {
    const { store, file, rows } = await backedUp();
    expect(rows).toBe(1206);
    const before = await contentsOf(store);
    const elsewhere = await openStore({ kind: 'memory' }, { log: silentLog, now: NOON });
    try {
      expect(await restore(elsewhere, file, OPTIONS)).toBe(rows);
      expect(await contentsOf(elsewhere)).toEqual(before);
      const back = join(temporaryFolder(), 'back.backup');
      await backUp(elsewhere, back, NOON);
      await store.db.deleteFrom('conversations').execute();
      await restore(store, back, { ...OPTIONS, replace: true });
      expect(await contentsOf(store)).toEqual(before);
    } finally {
      await elsewhere.close();
    }
  });

  it('is for its owner’s eyes only', async () => {
    const { file } = await backedUp();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('replaces nothing unless it is told to', async () => {
    const { store, file } = await backedUp();
    const before = await contentsOf(store);
    await expect(restore(store, file, OPTIONS)).rejects.toThrow('the data has data already; add --replace');
    expect(await contentsOf(store)).toEqual(before);
  });

  it.each([
    ['half of one', (text: string) => text.slice(0, text.length / 2), /is incomplete or was changed/],
    [
      'one without its end',
      (text: string) => text.replace(/\n[^\n]*\n$/, '\n'),
      /is incomplete or was changed/,
    ],
    ['a changed one', (text: string) => text.replace('key 3 3 ', 'key 3 4 '), /is incomplete or was changed/],
    [
      'a newer one',
      (text: string) => text.replace('0001-first-tables', '9999-later'),
      /newer version|was changed/,
    ],
    ['something else', () => 'no backup\n', /is no backup of Backstory’s/],
    ['nothing', () => '', /is no backup of Backstory’s|is incomplete/],
  ])('is refused when it is %s, and nothing is changed', async (_what, spoil, words) => {
    const { store, file } = await backedUp();
    const before = await contentsOf(store);
    writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    await expect(restore(store, file, { ...OPTIONS, replace: true })).rejects.toThrow(words);
    expect(await contentsOf(store)).toEqual(before);
  });
});
