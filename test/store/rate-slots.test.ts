import { expect, it } from 'vitest';
import { holdBack, takeSlot } from '../../src/store/rate-slots.ts';
import { describeEveryStore } from '../support/every-store.ts';

const NOON = Date.UTC(2026, 10, 2, 12);

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
});
