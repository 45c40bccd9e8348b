import { describe, expect, it } from 'vitest';
import type { SlackDouble } from '../doubles/slack/slack-double.ts';
import { runBackstory } from '../support/run-backstory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startService } from './started-service.ts';

/** Somebody in a channel who gives commands and reads what they are told alone. */
function newcomer(double: SlackDouble) {
  const ada = double.person();
  const channel = double.channel([ada], { name: 'general' });
  const told = () => double.whispered(channel, ada);
  const use = async (words: string): Promise<string> => {
    const before = told().length;
    await ada.slash(channel, '/digest', words);
    await expect.poll(() => told().length, { timeout: 10_000 }).toBeGreaterThan(before);
    return told().at(-1)?.text ?? '';
  };
  return { channel, use };
}

describe('a digest that failed', { timeout: 60_000 }, () => {
  it('is listed with its reason, is sent once it is due again, and its subscription goes on', async () => {
    const folder = temporaryFolder();
    await using service = await startService({ BACKSTORY_DATA: folder });
    const { double } = service;
    const { channel, use } = newcomer(double);
    const digest = (...args: string[]) => runBackstory(folder, ['digest', ...args]);
    expect(await use('subscribe 8:00 daily Kyiv')).toContain('Subscribed');
    double.state.faults.plan('chat.postMessage', { kind: 'platform', error: 'is_archived', acted: false });
    await use('now');
    await expect
      .poll(async () => (await digest('failed')).said, { timeout: 20_000 })
      .toMatch(/^\w+ {2}\S+ {2}slack T0001\/C\w+ {2}every story {2}failed: channel-archived, is_archived\n$/);
    expect(await use('why')).toMatch(/it could not be sent\. The channel is archived: bring it back/);
    expect((await digest('list')).said).toContain('broken: channel-archived');

    const [id = ''] = (await digest('failed')).said.split(' ');
    expect(await digest('retry', id)).toMatchObject({ code: 0, said: expect.stringMatching(/^1 digest is/) });
    await expect.poll(() => double.said(channel).length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => use('why'), { timeout: 10_000 }).toMatch(/somebody sent it by hand/);
    expect(await use('list')).toMatch(/every day at 08:00, Kyiv time; next: /);
    expect((await digest('failed')).said).toBe('No digest has failed.\n');
    expect(await digest('retry', id)).toMatchObject({ code: 1, said: '' });
    expect(double.said(channel)).toHaveLength(1);
  });
});
