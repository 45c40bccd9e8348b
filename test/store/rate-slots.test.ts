import { expect, it } from 'vitest';
import { holdBack, pruneSlots, type SlotWish, takeSlot } from '../../src/store/rate-slots.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';

const NOON = Date.UTC(2026, 10, 2, 12);

async function take(store: Store, key: string, wish: Omit<SlotWish, 'key'>): Promise<number> {
  const slot = await takeSlot(store.db, store.engine, { key, ...wish });
  if ('at' in slot) return slot.at;
  throw new Error('no slot');
}

describeEveryStore('slots of a rate limit', (stores) => {
  it('are handed out once each, a gap apart, to several processes', async () => {
    const [first, second] = [await stores.open(), await stores.open()];
    const takers = [first, second, first, second, first];
    const slots = await Promise.all(
      takers.map((store) => take(store, 'slack:T1:C1', { now: NOON, gap: 1200 })),
    );
    expect(slots.toSorted()).toEqual([0, 1, 2, 3, 4].map((n) => NOON + n * 1200));
  });

  it('are now when nothing was sent lately, and each destination has its own', async () => {
    const store = await stores.open();
    const next = (key: string, now: number) => take(store, key, { now, gap: 1200 });
    expect(await next('a', NOON)).toBe(NOON);
    expect(await next('b', NOON)).toBe(NOON);
    expect(await next('a', NOON + 60_000)).toBe(NOON + 60_000);
    // A clock set back hands out no instant twice.
    expect(await next('a', NOON)).toBe(NOON + 61_200);
  });

  it('wait when the platform asks to', async () => {
    const store = await stores.open();
    await holdBack(store, 'a', NOON + 30_000);
    await holdBack(store, 'a', NOON + 10_000);
    expect(await take(store, 'a', { now: NOON, gap: 1200 })).toBe(NOON + 30_000);
  });

  it('are not handed out beyond what the taker would wait for', async () => {
    const { db, engine } = await stores.open();
    const wish = { key: 'slack:T1:C1', now: NOON, gap: 1200, horizon: 2000 };
    const slots = [];
    for (let taken = 0; taken < 3; taken++) slots.push(await takeSlot(db, engine, wish));
    expect(slots).toEqual([{ at: NOON }, { at: NOON + 1200 }, { takenUntil: NOON + 2400 }]);
  });

  it('are moved when they were not used and nobody has had one since, else had anew', async () => {
    const store = await stores.open();
    const next = (now: number, unused?: number) =>
      take(store, 'a', { now, gap: 1200, ...(unused !== undefined && { unused }) });
    expect(await next(NOON)).toBe(NOON);
    expect(await next(NOON + 500, NOON)).toBe(NOON + 500);
    expect(await next(NOON + 600)).toBe(NOON + 1700);
    expect(await next(NOON + 700, NOON + 500)).toBe(NOON + 2900);
    expect(await next(NOON + 9000, NOON + 1700)).toBe(NOON + 9000);
  });

  it('are forgotten when nobody has wanted them for long', async () => {
    const store = await stores.open();
    await take(store, 'a', { now: NOON, gap: 1200 });
    await take(store, 'b', { now: NOON + 9000, gap: 1200 });
    await pruneSlots(store.db, NOON + 5000);
    const kept = await store.db.selectFrom('rate_slots').select('key').execute();
    expect(kept).toEqual([{ key: 'b' }]);
  });
});
