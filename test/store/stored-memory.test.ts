import { expect, it } from 'vitest';
import type { Noted } from '../../src/chat/memory.ts';
import { StoredMemory } from '../../src/store/stored-memory.ts';
import { specifyMemory } from '../chat/specify-memory.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { asker, slug } from '../support/stories.ts';

describeEveryStore('the chat’s memory', (stores) => {
  specifyMemory(async () => new StoredMemory(await stores.open()));

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
    });
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
