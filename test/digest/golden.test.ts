import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createChat } from '../../src/chat/create-chat.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { sharedReadings } from '../../src/chat/shared-readings.ts';
import { createCompose } from '../../src/digest/compose.ts';
import { createDigestDesk } from '../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { silentLog } from '../support/every-store.ts';
import { asker, BRIDGE, MORNING, shelfWith } from '../support/stories.ts';

/** What a manager types in a channel, one command a minute. */
const TYPED = z.array(z.string()).parse(JSON.parse(read('../golden/digests.json')));

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** What each typed command is answered, and the buttons under it: to a manager in a channel, one command a minute. */
async function conversation(typed: readonly string[]): Promise<readonly { reply: Reply; shown: string }[]> {
  const store = await openStore({ kind: 'memory' }, { log: silentLog, now: MORNING });
  const stories = shelfWith(BRIDGE);
  stories.replace(
    BRIDGE.replace('14 million', '19 million').replace(
      'slug:',
      'corrections: [The vote was on Thursday.]\nslug:',
    ),
  );
  const sources = { stories, read: sharedReadings() };
  const digests = createDigestDesk({
    subscriptions: createSubscriptions(store),
    store,
    sources,
    compose: createCompose(sources),
  });
  const chat = createChat({ ...sources, digests });
  const said: { reply: Reply; shown: string }[] = [];
  for (const [minute, text] of typed.entries()) {
    const reply = await chat.handle({
      asker: asker({ platform: 'slack', workspace: 'T1', channel: 'C1' }),
      intent: { kind: 'say', text },
      at: MORNING + minute * 60_000,
      place: async () => ({
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
        name: '#general',
        standing: 'manager',
        zone: 'Europe/Kyiv',
      }),
    });
    const buttons = reply.actions.map(({ label }) => `[${label}]`).join(' ');
    const shown = `> ${text}\n\n${plainText(reply)}${buttons === '' ? '' : `\n\n${buttons}`}`;
    said.push({ reply, shown });
  }
  await store.close();
  return said;
}

test('a conversation about digests reads as it is kept in golden/digests.txt', async () => {
  const said = await conversation(TYPED);
  await expect(`${said.map(({ shown }) => shown).join('\n\n\n')}\n`).toMatchFileSnapshot(
    '../golden/digests.txt',
  );
});

test('what the documentation says to type is understood', async () => {
  const [, block = ''] = /^## Subscribe\n\n```text\n(.*?)```/msu.exec(read('../../docs/digests.md')) ?? [];
  const commands = block.trim().split('\n');
  expect(commands.length).toBeGreaterThan(4);
  // One at a time: two of the same would be one too many.
  for (const command of commands) {
    const [said] = await conversation([command]);
    expect(said?.reply.tone, said?.shown).toBe('chat');
  }
});

test('the README shows what the bot says', () => {
  const [, transcript = ''] =
    /^## Schedule a digest\n.*?```text\n(.*?)```/msu.exec(read('../../README.md')) ?? [];
  expect(transcript).toContain('/digest');
  expect(read('../golden/digests.txt')).toContain(transcript);
});
