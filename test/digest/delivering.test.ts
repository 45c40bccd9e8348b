import { beforeEach, expect, it } from 'vitest';
import type { PostOutcome } from '../../src/chat/courier.ts';
import type { Compose } from '../../src/digest/content.ts';
import { deadLetters, reviveDelivery } from '../../src/store/ledger.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, digestOf, SLUG, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';

const LATER: PostOutcome = { kind: 'retry', trouble: 'platform-down' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describeEveryStore('a digest', (stores) => {
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

  it('is sent at its time, once, and noted with what it was about', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    await digests.run();
    expect(platform.posted).toEqual([]);
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    await digests.run();
    expect(platform.posted).toMatchObject([{ channel: 'C1', text: 'Part 0 of version 1.' }]);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
    const after = await digests.subscriptions.find(subscription.id);
    expect(after?.briefed).toEqual(new Map([[SLUG, 1]]));
    expect(after?.nextDueAt).toBe(Date.parse('2026-11-26T08:00:00Z'));
  });

  it('is sent by one of several processes', async () => {
    const second = await stores.open();
    const both = [service(), service({ store: second })];
    for (let at = 0; at < 20; at++) {
      await both[0]?.subscribe('08:00', {
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: `C${at}` },
      });
    }
    time.set('2026-11-25T08:00:00Z');
    await Promise.all(both.map((one) => one.run()));
    await both[0]?.run();
    expect(platform.posted.map(({ channel }) => channel).sort()).toEqual(
      Array.from({ length: 20 }, (_, at) => `C${at}`).sort(),
    );
  });

  it('goes out message by message, in order, each with a key of its own', async () => {
    const digests = service({ compose: async () => digestOf(3) });
    await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    expect(platform.posted.map(({ text }) => text)).toEqual([0, 1, 2].map((n) => `Part ${n} of version 1.`));
    const keys = platform.posted.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[a-z0-9.-]{1,25}$/);
    // A message a second in a channel, and some.
    expect(time.now() - Date.parse('2026-11-25T08:00:00Z')).toBe(2400);
  });

  it('is tried again later when the platform says no, and says why it came late', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: LATER }, { outcome: LATER });
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 due platform-down']);
    time.pass(20 * MINUTE);
    await digests.run();
    time.pass(20 * MINUTE);
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent platform-down late']);
    expect(platform.posted).toHaveLength(1);
  });

  it('waits for as long as the platform asks, and so do the others of the workspace', async () => {
    const digests = service();
    await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: { kind: 'retry', trouble: 'rate-limited', afterMs: 10 * MINUTE } });
    await digests.run();
    await digests.subscribe('08:05', {
      destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C2' },
    });
    await digests.subscribe('08:05', {
      destination: { platform: 'slack', workspace: 'T2', kind: 'channel', id: 'C3' },
    });
    time.set('2026-11-25T08:05:00Z');
    await digests.run();
    expect(platform.posted.map(({ channel }) => channel)).toEqual(['C3']);
    time.set('2026-11-25T08:10:10Z');
    await digests.run();
    expect(platform.posted.map(({ channel }) => channel).sort()).toEqual(['C1', 'C2', 'C3']);
  });

  it('goes on where it stopped, about the same versions', async () => {
    const begun: unknown[] = [];
    const compose: Compose = async (_, occasion) => {
      begun.push(occasion.begun);
      return digestOf(3, 7);
    };
    const digests = service({ compose });
    await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.onPost = async () => {
      platform.mishaps.push({ outcome: LATER });
      platform.onPost = undefined;
    };
    await digests.run();
    time.pass(HOUR);
    await digests.run();
    expect(platform.posted.map(({ text }) => text)).toEqual([0, 1, 2].map((n) => `Part ${n} of version 7.`));
    expect(begun).toEqual([undefined, new Map([[SLUG, 7]])]);
  });

  it('is tried for as long as its window is, however often the platform says no', async () => {
    const digests = service({ policy: { window: 24 * HOUR } });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    for (let tries = 0; tries < 100; tries++) {
      platform.mishaps.push({ outcome: LATER });
      await digests.run();
      time.pass(10 * MINUTE);
    }
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 due platform-down']);
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent platform-down late']);
    expect(platform.posted).toHaveLength(1);
  });

  it('gives way to a newer one when it was tried in vain until then', async () => {
    const digests = service({ policy: { window: 48 * HOUR } });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: LATER });
    await digests.run();
    time.set('2026-11-26T08:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 failed gave-up', '2026-11-26 sent']);
  });

  it('ends as failed when its window has passed, can be replayed, and then is sent', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: LATER }, { outcome: LATER });
    await digests.run();
    time.pass(HOUR);
    await digests.run();
    time.set('2026-11-25T14:00:01Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 failed gave-up']);
    expect((await digests.subscriptions.deliveries(subscription.id, 1))[0]?.trouble).toBe('platform-down');
    const [dead] = await deadLetters(store.db, ['failed'], 10);
    expect(dead).toMatchObject({ place: 'C1', detail: 'platform-down', attempts: 2 });
    expect(await reviveDelivery(store.db, dead?.id ?? '', time.now())).toBe(true);
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent sent-by-hand late']);
    expect(await reviveDelivery(store.db, dead?.id ?? '', time.now())).toBe(false);
  });

  it('stops its subscription when it can never arrive, and its owner is told once', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: { kind: 'refused', trouble: 'not-in-channel' } });
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 failed not-in-channel']);
    const broken = await digests.subscriptions.find(subscription.id);
    expect(broken).toMatchObject({
      status: { kind: 'broken', trouble: 'not-in-channel' },
      nextDueAt: undefined,
    });
    platform.mishaps.push({ outcome: LATER });
    await digests.tellOwners();
    await digests.tellOwners();
    await digests.tellOwners();
    expect(platform.posted).toMatchObject([{ channel: 'U1', text: 'Stopped. not-in-channel' }]);
    const resumed = await digests.subscriptions.resume(subscription.id, time.now());
    expect(resumed).toMatchObject({
      status: { kind: 'active' },
      nextDueAt: Date.parse('2026-11-26T08:00:00Z'),
    });
  });

  it('leaves its subscription going when the fault is ours', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: { kind: 'refused', trouble: 'message-refused' } });
    await digests.run();
    time.set('2026-11-26T08:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 failed message-refused',
      '2026-11-26 sent',
    ]);
  });

  it('is withdrawn when its subscription is paused or removed before it begins', async () => {
    const digests = service();
    const [paused, removed] = [
      await digests.subscribe(),
      await digests.subscribe('08:00', { story: 'flood' as never }),
    ];
    time.set('2026-11-25T08:00:00Z');
    await digests.beat();
    await digests.subscriptions.pause(paused.id, time.now());
    expect(await digests.subscriptions.remove(removed.id)).toBe(true);
    await digests.deliver();
    expect(platform.posted).toEqual([]);
    expect(await digests.ledger(paused)).toEqual(['2026-11-25 skipped withdrawn']);
    expect(await digests.subscriptions.find(removed.id)).toBeUndefined();
  });

  it('is skipped when there is nothing to say', async () => {
    const digests = service({ compose: async () => ({ kind: 'skip', reason: 'unchanged' }) });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 skipped unchanged']);
  });

  it('is tried again when writing it fails, which stops nobody else’s', async () => {
    let fails = true;
    const compose: Compose = async ({ destination }) => {
      if (destination.id === 'C1' && fails) throw new Error('no such word');
      return digestOf(1);
    };
    const digests = service({ compose });
    const subscription = await digests.subscribe();
    await digests.subscribe('08:00', {
      destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C2' },
    });
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    expect(platform.posted.map(({ channel }) => channel)).toEqual(['C2']);
    fails = false;
    time.pass(MINUTE);
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('comes at once when asked for, and not a second time that day', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('queued');
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('underway');
    await digests.deliver();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent sent-by-hand late']);
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    expect(platform.posted).toHaveLength(1);
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('already-sent');
    expect((await digests.subscriptions.find(subscription.id))?.nextDueAt).toBe(
      Date.parse('2026-11-26T08:00:00Z'),
    );
  });

  it('stays due when the service stops before it begins', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.beat();
    const taken = digests.lane.pass();
    digests.stopping.abort();
    await taken;
    await digests.lane.idle();
    expect(platform.posted).toEqual([]);
    await service().run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });
});
