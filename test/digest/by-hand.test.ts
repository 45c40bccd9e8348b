import { beforeEach, expect, it } from 'vitest';
import type { PostOutcome } from '../../src/chat/courier.ts';
import { deadLetters, reviveDelivery } from '../../src/store/ledger.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, digestOf, SLUG, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';

const REFUSED: PostOutcome = { kind: 'refused', trouble: 'message-refused' };

describeEveryStore('a digest that somebody asks for', (stores) => {
  let store: Store;
  let time: TestTime;
  let platform: PretendPlatform;
  const service = (options: Partial<ConstructorParameters<typeof AService>[0]> = {}) =>
    new AService({ store, courier: platform, time, ...options });

  beforeEach(async () => {
    store = await stores.open();
    time = new TestTime('2026-11-25T07:00:00Z');
    platform = new PretendPlatform();
  });

  /** As `digest retry --all` does. @returns how many are due again */
  async function retryAll(): Promise<number> {
    const failed = await deadLetters(store.db, ['failed'], 10);
    const revived = await Promise.all(failed.map(({ id }) => reviveDelivery(store.db, id, time.now())));
    return revived.filter(Boolean).length;
  }

  it('of days that failed is sent when they are due again, also after a newer one', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    for (const day of ['25', '26']) {
      time.set(`2026-11-${day}T08:00:00Z`);
      platform.mishaps.push({ outcome: REFUSED });
      await digests.run();
    }
    time.set('2026-11-27T08:00:00Z');
    await digests.run();
    time.set('2026-11-28T07:00:00Z');
    expect(await retryAll()).toBe(2);
    await digests.run();
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 sent sent-by-hand late',
      '2026-11-26 sent sent-by-hand late',
      '2026-11-27 sent',
    ]);
    expect(platform.posted).toHaveLength(3);
    expect(await deadLetters(store.db, ['failed'], 10)).toEqual([]);
  });

  it('of a day of which half was sent ends as it began, and the next tells what changed since the newest', async () => {
    let version = 1;
    const digests = service({
      compose: async (_, { begun }) => digestOf(2, begun?.get(SLUG) ?? version),
    });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.onPost = async () => {
      platform.mishaps.push({ outcome: REFUSED });
      platform.onPost = undefined;
    };
    await digests.run();
    version = 2;
    time.set('2026-11-26T08:00:00Z');
    await digests.run();
    expect(await retryAll()).toBe(1);
    await digests.run();
    expect(platform.posted.map(({ text }) => text)).toEqual([
      'Part 0 of version 1.',
      'Part 0 of version 2.',
      'Part 1 of version 2.',
      'Part 1 of version 1.',
    ]);
    expect((await digests.subscriptions.find(subscription.id))?.briefed).toEqual(new Map([[SLUG, 2]]));
  });

  it('is sent where it is still yesterday, after today’s was sent in the zone it had before', async () => {
    const digests = service();
    const schedule = { minute: 8 * 60, weekdays: 127, zone: 'Pacific/Auckland', quietDates: [] };
    const subscription = await digests.subscribe('08:00', { schedule });
    // The 26th, 08:00 in Auckland; the 25th, 14:00 in New York.
    time.set('2026-11-25T19:00:00Z');
    await digests.run();
    await digests.subscriptions.change(
      subscription.id,
      { schedule: { ...schedule, zone: 'America/New_York' } },
      time.now(),
    );
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('queued');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 sent sent-by-hand late',
      '2026-11-26 sent',
    ]);
    expect(platform.posted).toHaveLength(2);
  });

  it('is given up when its window has passed since it was asked for', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    await digests.subscriptions.sendNow(subscription.id, time.now());
    time.set('2026-11-25T13:01:00Z');
    await digests.deliver();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 missed downtime']);
    expect(platform.posted).toEqual([]);
  });

  it('lets its subscription go on when it arrives after all, unless somebody stopped it since', async () => {
    const digests = service();
    const fails = async () => {
      platform.mishaps.push({ outcome: { kind: 'refused', trouble: 'not-in-channel' } });
      await digests.run();
    };
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await fails();
    await digests.subscriptions.sendNow(subscription.id, time.now());
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent sent-by-hand late']);
    expect(await digests.subscriptions.find(subscription.id)).toMatchObject({
      status: { kind: 'active' },
      nextDueAt: Date.parse('2026-11-26T08:00:00Z'),
    });

    time.set('2026-11-26T08:00:00Z');
    await fails();
    await digests.subscriptions.resume(subscription.id, time.now());
    await digests.subscriptions.pause(subscription.id, time.now());
    await digests.subscriptions.sendNow(subscription.id, time.now());
    await digests.run();
    expect(await digests.ledger(subscription)).toContain('2026-11-26 sent sent-by-hand late');
    expect(await digests.subscriptions.find(subscription.id)).toMatchObject({ status: { kind: 'paused' } });
  });
});
