import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createChat } from '../../src/chat/create-chat.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { sharedReadings } from '../../src/chat/shared-readings.ts';
import { createCompose } from '../../src/digest/compose.ts';
import { createDigestDesk } from '../../src/digest/create-digest-desk.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { openStore } from '../../src/store/open-store.ts';
import { silentLog } from '../support/every-store.ts';
import { asker, BRIDGE, MORNING, shelfWith } from '../support/stories.ts';

/** What a manager types in a channel, one command a minute. */
const TYPED = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(new URL('../golden/digests.json', import.meta.url), 'utf8')));

test('a conversation about digests reads as it is kept in golden/digests.txt', async () => {
  const store = await openStore({ kind: 'memory' }, silentLog);
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
  const said: string[] = [];
  for (const [minute, text] of TYPED.entries()) {
    const reply = await chat.handle({
      asker: asker({ platform: 'slack', workspace: 'T1', channel: 'C1' }),
      intent: { kind: 'say', text },
      at: MORNING + minute * 60_000,
      place: async () => ({
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
        name: '#general',
        standing: 'manager',
      }),
    });
    const buttons = reply.actions.map(({ label }) => `[${label}]`).join(' ');
    said.push(`> ${text}\n\n${plainText(reply)}${buttons === '' ? '' : `\n\n${buttons}`}`);
  }
  await store.close();
  await expect(`${said.join('\n\n\n')}\n`).toMatchFileSnapshot('../golden/digests.txt');
});
