import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createChat } from '../../../src/chat/create-chat.ts';
import { sqliteEngine } from '../../../src/store/engine/sqlite-engine.ts';
import { openStoreOn } from '../../../src/store/open-store.ts';
import { StoredMemory } from '../../../src/store/stored-memory.ts';
import { BRIDGE, shelfWith } from '../../support/stories.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { documentOf, post, startRig } from './rig.ts';

const SECRET = 'xyzzysecret';

/** The page with a store, and whether a word is anywhere in the store's files. */
async function startKept() {
  const folder = temporaryFolder();
  const stories = shelfWith(BRIDGE);
  const store = await openStoreOn(sqliteEngine(join(folder, 'backstory.db')));
  const rig = await startRig({ stories, chat: createChat({ stories, memory: new StoredMemory(store) }) });
  return {
    rig,
    conversations: () => store.db.selectFrom('conversations').select('key').execute(),
    turns: () => store.db.selectFrom('conversation_turns').select('turn').execute(),
    /** Closes the store; nothing can be asked after it. */
    async holds(word: string) {
      await rig.stop();
      await store.close();
      return readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(word));
    },
  };
}

describe('what the page’s questions leave in the store', () => {
  it('is a conversation for a question that was asked, until it is forgotten', async () => {
    const { rig, conversations, turns, holds } = await startKept();
    const page = await documentOf(post(rig, { said: `Who is ${SECRET}?`, story: 'harbour-bridge' }));
    expect(await conversations()).toHaveLength(1);
    expect(JSON.stringify(await turns())).toContain(SECRET);
    const talk = page.querySelector('#ask-form input[name=talk]')?.getAttribute('value') ?? '';
    await post(rig, { press: 'forget', talk, turn: '1' });
    expect([...(await conversations()), ...(await turns())]).toEqual([]);
    // What is looked for can be found: the journal of what was deleted is not wiped at once.
    expect(await holds('harbour-bridge')).toBe(true);
  });

  it('is nothing for a preview, however it is asked for', async () => {
    const { rig, conversations, turns, holds } = await startKept();
    const question = `Who is ${SECRET}?`;
    const wishes = [
      fetch(`${rig.url}/preview?story=harbour-bridge&question=${encodeURIComponent(question)}`),
      fetch(`${rig.url}/preview`, { method: 'POST', body: new URLSearchParams({ question }) }),
      fetch(`${rig.url}/preview?story=harbour-bridge`),
    ];
    for (const response of await Promise.all(wishes)) expect(response.status).toBe(200);
    expect([...(await conversations()), ...(await turns())]).toEqual([]);
    expect(await holds(SECRET)).toBe(false);
  });
});
