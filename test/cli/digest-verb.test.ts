import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import type { World } from '../../src/cli/world.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { enqueueDue } from '../../src/digest/enqueue-due.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { Attention } from '../../src/ops/attention.ts';
import { openStore } from '../../src/store/open-store.ts';
import { silentLog } from '../support/every-store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW = Date.parse('2026-11-25T08:00:30Z');
let folder: string;
let subscription: Subscription;

/** A data folder with a subscription whose digest of today has failed. */
beforeEach(async () => {
  folder = temporaryFolder();
  const store = await openStore({ kind: 'folder', folder }, { log: silentLog, now: NOW });
  const terms = {
    destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
    story: undefined,
    schedule: { minute: 480, weekdays: 127, zone: 'UTC', quietDates: [] },
    whenUnchanged: 'send',
    createdBy: 'U1',
  } as const;
  ({ subscription } = await createSubscriptions(store).add(terms, NOW - 3_600_000));
  await enqueueDue(store, NOW, 3_600_000, new Attention());
  const failed = { state: 'failed', reason: 'gave-up', detail: 'platform-down', finished_at: NOW } as const;
  await store.db.updateTable('deliveries').set(failed).execute();
  await store.close();
});

async function run(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const said = [text(output), text(errors)];
  const world: World = {
    env: { BACKSTORY_DATA: folder },
    folder,
    input,
    output,
    errors,
    now: () => NOW,
    terminal: async () => (await import('../../adapters/terminal/terminal-adapter.ts')).terminalAdapter,
  };
  const code = await runCommand(['digest', ...args], world);
  output.end();
  errors.end();
  const [answer = '', complaint = ''] = await Promise.all(said);
  return { code, said: answer, complained: complaint };
}

it('lists the subscriptions, and the digests that failed with their reasons', async () => {
  const list = await run('list');
  expect(list.said).toContain(`${subscription.id}  active  slack T1/C1  every story, every day at 08:00`);
  const failed = await run('failed');
  expect(failed.said).toMatch(
    /^\w+ {2}2026-11-25 {2}slack T1\/C1 {2}every story {2}failed: gave-up, platform-down\n$/,
  );
});

it('makes failed ones due again, once', async () => {
  expect(await run('retry', '--all')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^1 digest is due/),
  });
  expect((await run('failed')).said).toBe('No digest has failed.\n');
  const again = await run('retry', 'nonsense');
  expect(again).toMatchObject({
    code: 1,
    complained: expect.stringContaining('nonsense cannot be sent again'),
  });
});

it('shows what would be sent, and the next times', async () => {
  const { code, said } = await run('preview', subscription.id);
  expect(code).toBe(0);
  expect(said.match(/^next: .*08:00/gm)).toHaveLength(3);
});

it('says how it is used', async () => {
  expect(await run('nonsense')).toMatchObject({
    code: 2,
    complained: expect.stringContaining('list, failed'),
  });
  expect(await run('preview', 'nobody')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('nobody'),
  });
});
