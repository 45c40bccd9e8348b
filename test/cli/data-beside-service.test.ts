import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { silentLog } from '../support/every-store.ts';
import { runBackstory, startBackstory } from '../support/run-backstory.ts';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts';

describe('beside a running service', { timeout: 60_000 }, () => {
  const folder = sharedTemporaryFolder();
  let service: ReturnType<typeof startBackstory>;
  let log = '';

  beforeAll(async () => {
    service = startBackstory(folder, ['start', '--no-chat']);
    service.stderr?.setEncoding('utf8').on('data', (words: string) => (log += words));
    await vi.waitFor(() => expect(log).toContain('"msg":"running"'), { timeout: 30_000 });
  }, 60_000);
  afterAll(() => void service?.kill('SIGKILL'));

  it('a second one does not start, and says which has the data', async () => {
    const { code, complained } = await runBackstory(folder, ['start', '--no-chat']);
    expect(code).toBe(1);
    expect(complained).toMatch(
      new RegExp(
        `^backstory: ${folder} is in use by another Backstory service \\(process ${service.pid} on \\S+, since \\S+\\); stop that one, or give this one a folder of its own in BACKSTORY_DATA\n$`,
      ),
    );
  });

  it('nothing is restored, replaced or not, until it is stopped', async () => {
    const file = join(temporaryFolder(), 'data.backup');
    expect(await runBackstory(folder, ['backup', file])).toMatchObject({ code: 0 });
    const ran = await Promise.all([
      runBackstory(folder, ['restore', file]),
      runBackstory(folder, ['restore', file, '--replace']),
    ]);
    for (const { code, complained } of ran) {
      expect(code).toBe(1);
      expect(complained).toContain(`process ${service.pid} on `);
      expect(complained).toMatch(/; stop it first, and start it again afterwards\n$/);
    }
    expect(service.exitCode).toBeNull();
  });

  it('a backup holds one moment of what is written meanwhile', async () => {
    const store = await openStore({ kind: 'folder', folder }, { log: silentLog, now: 0 });
    const file = join(temporaryFolder(), 'data.backup');
    let [pairs, isOver] = [0, false];
    const writing = (async () => {
      for (; !isOver; pairs++) {
        const rows = ['left', 'right'].map((side) => ({ key: `${side} ${pairs}`, next_at: pairs }));
        await store.transaction((db) => db.insertInto('rate_slots').values(rows).execute());
        // SQLite itself waits for nothing: without this nobody else would have a turn.
        await yieldTurn();
      }
    })();
    await vi.waitFor(() => expect(pairs).toBeGreaterThan(300), { timeout: 30_000 });
    const ran = await runBackstory(folder, ['backup', file]).finally(() => {
      isOver = true;
    });
    await writing;
    expect(ran).toMatchObject({ code: 0 });
    await store.close();
    const lines = readFileSync(file, 'utf8').split('\n');
    const count = (side: string) => lines.filter((line) => line.includes(`"key":"${side} `)).length;
    expect(count('left')).toBeGreaterThan(300);
    expect(count('left')).toBe(count('right'));
    const elsewhere = join(temporaryFolder(), 'elsewhere');
    expect((await runBackstory(elsewhere, ['restore', file])).said).toMatch(
      /^\d+ rows of \S+ are in \S+elsewhere\n$/,
    );
  });
});
