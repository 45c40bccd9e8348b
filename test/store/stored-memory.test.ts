import { expect, it } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Noted } from '../../src/chat/memory.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import { openStoreOn } from '../../src/store/open-store.ts';
import { StoredMemory } from '../../src/store/stored-memory.ts';
import { sweep } from '../../src/store/sweep.ts';
import { specifyMemory } from '../chat/specify-memory.ts';
import { specifyRead } from '../chat/specify-read.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { asker, BRIDGE, MORNING, shelfWith, slug } from '../support/stories.ts';

describeEveryStore('the chat’s memory', (stores) => {
  specifyMemory(async () => new StoredMemory(await stores.open()));
  specifyRead(async () => new StoredMemory(await stores.open()));

  it('is there after a restart, and in other processes', async () => {
    const follow: Noted = {
      turns: [],
      settled: { story: slug('bridge'), last: 'brief' },
      follows: slug('bridge'),
      unhelpful: [],
    };
    await new StoredMemory(await stores.open()).keep(asker(), follow, 1);
    const recalled = await new StoredMemory(await stores.open()).recall(asker(), 2);
    expect(recalled).toEqual({
      conversation: { story: 'bridge', last: 'brief', turns: [], touchedAt: 1 },
      follows: 'bridge',
      read: new Map(),
    });
  });

  it('understands a follow-up that comes after a restart', async () => {
    const ask = async (question: string) => {
      const chat = createChat({ stories: shelfWith(BRIDGE), memory: new StoredMemory(await stores.open()) });
      return plainText(
        await chat.handle({ asker: asker(), intent: { kind: 'say', text: question }, at: MORNING }),
      );
    };
    await ask('What did Ingrid Solheim say?');
    expect(await ask('and how much does she expect the repairs to cost?')).toContain('14 million');
  });

  it('answers all the same when the store is gone, and then has forgotten nothing', async () => {
    const store = await openStoreOn(stores.engine());
    const faults: unknown[] = [];
    const chat = createChat({
      stories: shelfWith(BRIDGE),
      memory: new StoredMemory(store),
      onFault: (fault) => faults.push(fault),
    });
    const say = async (text: string) =>
      plainText(await chat.handle({ asker: asker(), intent: { kind: 'say', text }, at: MORNING }));
    await store.close();
    expect(await say('How much will the repairs cost?')).toContain('14 million');
    expect(faults.length).toBeGreaterThan(0);
    expect(await say('/forget')).not.toMatch(/forgotten/);
  });

  it('drops what somebody read ninety days ago, and nothing newer', async () => {
    const store = await stores.open();
    const memory = new StoredMemory(store);
    for (const [story, at] of [
      ['old', MORNING],
      ['newer', MORNING + 1],
    ] as const) {
      const told = { story: slug(story), marker: { version: 1, at } };
      await memory.keep(asker(), { turns: [], told, unhelpful: [] }, at);
    }
    await sweep(store, MORNING + 90 * 24 * 3_600_000);
    const left = await store.db.selectFrom('read_markers').select('story').execute();
    expect(left).toEqual([{ story: 'newer' }]);
  });

  it('counts answers that were not helpful', async () => {
    const store = await stores.open();
    const memory = new StoredMemory(store);
    const blamed = { story: slug('bridge'), questionType: 'who' } as const;
    await memory.keep(asker(), { turns: [], unhelpful: [blamed, blamed] }, 1);
    await memory.keep(asker(), { turns: [], unhelpful: [blamed] }, 1);
    expect(await store.db.selectFrom('feedback').selectAll().execute()).toEqual([
      { story: 'bridge', question_type: 'who', count: 3 },
    ]);
  });
});
