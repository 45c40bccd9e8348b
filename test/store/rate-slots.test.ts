import { expect, it } from 'vitest';
import { holdBack, pruneSlots, type SlotWish, takeSlots } from '../../src/store/rate-slots.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';

const NOON = Date.UTC(2026, 10, 2, 12);

async function takeSlot(store: Store, key: string, wish: Omit<SlotWish, 'key'>): Promise<number> {
  const slots = await takeSlots(store.db, store.engine, { key, ...wish });
  if ('first' in slots) return slots.first;
  throw new Error('no slot');
}

describeEveryStore('slots of a rate limit', (stores) => {
  it('are handed out once each, a gap apart, to several processes', async () => {
    const [first, second] = [await stores.open(), await stores.open()];
    const takers = [first, second, first, second, first];
    const slots = await Promise.all(
      takers.map((store) => takeSlot(store, 'slack:T1:C1', { now: NOON, gap: 1200 })),
    );
    expect(slots.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => NOON + n * 1200));
  });

  it('are now when nothing was sent lately, and each destination has its own', async () => {
    const store = await stores.open();
    const take = (key: string, now: number) => takeSlot(store, key, { now, gap: 1200 });
    expect(await take('a', NOON)).toBe(NOON);
    expect(await take('b', NOON)).toBe(NOON);
    expect(await take('a', NOON + 60_000)).toBe(NOON + 60_000);
    // A clock set back hands out no instant twice.
    expect(await take('a', NOON)).toBe(NOON + 61_200);
  });

  it('wait when the platform asks to', async () => {
    const store = await stores.open();
    await holdBack(store, 'a', NOON + 30_000);
    await holdBack(store, 'a', NOON + 10_000);
    expect(await takeSlot(store, 'a', { now: NOON, gap: 1200 })).toBe(NOON + 30_000);
  });

  it('are handed out by the dozen, and not beyond what the taker would wait for', async () => {
    const { db, engine } = await stores.open();
    const dozen = { key: 'discord', now: NOON, gap: 20.5, turns: 12, horizon: 1000 };
    expect(await takeSlots(db, engine, dozen)).toEqual({ first: NOON });
    expect(await takeSlots(db, engine, dozen)).toEqual({ first: NOON + 246 });
    expect(await takeSlots(db, engine, { ...dozen, horizon: 400 })).toEqual({ takenUntil: NOON + 492 });
  });

  it('are forgotten when nobody has wanted them for long', async () => {
    const store = await stores.open();
    await takeSlot(store, 'a', { now: NOON, gap: 1200 });
    await takeSlot(store, 'b', { now: NOON + 9000, gap: 1200 });
    await pruneSlots(store.db, NOON + 5000);
    const kept = await store.db.selectFrom('rate_slots').select('key').execute();
    expect(kept).toEqual([{ key: 'b' }]);
  });
});
