import { expect, it } from 'vitest';
import type { Memory, Noted } from '../../src/chat/memory.ts';
import type { Asker } from '../../src/chat/request.ts';
import { asker, slug } from '../support/stories.ts';

const DAY = 24 * 3_600_000;
const NOON = Date.UTC(2026, 10, 2, 12);

function told(story: string, version: number, at = NOON): Noted {
  return { turns: [], told: { story: slug(story), marker: { version, at } }, unhelpful: [] };
}

/** What every memory does with what people have read. @param make an empty one */
export function specifyRead(make: () => Promise<Memory>): void {
  const read = async (memory: Memory, who: Asker, now = NOON) =>
    Object.fromEntries((await memory.recall(who, now)).read);

  it('remembers what somebody was told, wherever they ask, and nobody else’s', async () => {
    const memory = await make();
    const marker = { version: 3, at: NOON, earlier: { version: 1, at: NOON - DAY } };
    await memory.keep(asker(), told('whales', 1), NOON);
    await memory.keep(asker(), { ...told('bridge', 1), told: { story: slug('bridge'), marker } }, NOON);
    const elsewhere = asker({ workspace: 'other', channel: 'other', conversation: 'other' });
    expect(await read(memory, elsewhere)).toEqual({ bridge: marker, whales: { version: 1, at: NOON } });
    expect(await read(memory, asker({ user: 'jon' }))).toEqual({});
    expect(await read(memory, asker({ platform: 'terminal' }))).toEqual({});
  });

  it('keeps the last of what they were told of a story', async () => {
    const memory = await make();
    const there = asker({ workspace: 'other' });
    await memory.keep(asker(), told('bridge', 1), NOON);
    await memory.keep(asker(), told('bridge', 2, NOON + 1), NOON + 1);
    expect(await read(memory, there)).toEqual({ bridge: { version: 2, at: NOON + 1 } });
    await memory.keep(there, told('bridge', 3, NOON + 2), NOON + 2);
    expect(await read(memory, asker())).toEqual({ bridge: { version: 3, at: NOON + 2 } });
  });

  it('takes the same id in another Slack workspace for another person', async () => {
    const memory = await make();
    const slack = (workspace: string) => asker({ platform: 'slack', workspace });
    await memory.keep(slack('T1'), told('bridge', 1), NOON);
    expect(await read(memory, slack('T1'))).toHaveProperty('bridge');
    expect(await read(memory, slack('T2'))).toEqual({});
  });

  it('keeps it ninety days, and no longer', async () => {
    const memory = await make();
    await memory.keep(asker(), told('bridge', 1), NOON);
    expect(await read(memory, asker(), NOON + 90 * DAY - 1)).toHaveProperty('bridge');
    expect(await read(memory, asker(), NOON + 90 * DAY)).toEqual({});
  });

  it('recalls the hundred stories somebody was told of last', async () => {
    const memory = await make();
    for (let n = 1; n <= 101; n++) await memory.keep(asker(), told(`story-${n}`, 1, NOON + n), NOON + n);
    const stories = Object.keys(await read(memory, asker(), NOON + 200));
    expect([stories.length, stories.includes('story-1'), stories.includes('story-2')]).toEqual([
      100,
      false,
      true,
    ]);
  });

  it('forgets what one person has read, in every place, and nobody else’s', async () => {
    const memory = await make();
    for (const who of [asker(), asker({ workspace: 'other' }), asker({ user: 'jon' })]) {
      await memory.keep(who, told('bridge', 1), NOON);
    }
    await memory.forget(asker({ workspace: 'third' }));
    expect(await read(memory, asker())).toEqual({});
    expect(await read(memory, asker({ user: 'jon' }))).toHaveProperty('bridge');
  });
}
