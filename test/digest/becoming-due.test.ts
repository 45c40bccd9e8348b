import { beforeEach, expect, it } from 'vitest';
import { enqueueDue, refreshZones } from '../../src/digest/enqueue-due.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';

describeEveryStore('what is due', (stores) => {
  let store: Store;
  let time: TestTime;
  let platform: PretendPlatform;
  let digests: AService;

  beforeEach(async () => {
    store = await stores.open();
    time = new TestTime('2026-11-25T07:00:00Z');
    platform = new PretendPlatform();
    digests = new AService({ store, courier: platform, time });
  });

  it('is caught up within the window after downtime, marked late; the older ones are told as missed', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-28T13:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 missed downtime',
      '2026-11-26 missed downtime',
      '2026-11-27 missed downtime',
      '2026-11-28 sent caught-up late',
    ]);
    expect(platform.posted).toHaveLength(1);
  });

  it('is missed when the window has passed', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T14:00:01Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 missed downtime']);
    expect(platform.posted).toEqual([]);
  });

  it('is missed when it was enqueued before a long downtime', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.beat();
    time.set('2026-11-26T07:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 missed downtime']);
  });

  it('is at most one of a subscription, however long the window', async () => {
    const patient = new AService({ store, courier: platform, time, policy: { window: 7 * 86_400_000 } });
    const subscription = await patient.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await patient.beat();
    time.set('2026-11-27T09:00:00Z');
    await patient.run();
    expect(await patient.ledger(subscription)).toEqual([
      '2026-11-25 missed downtime',
      '2026-11-26 missed downtime',
      '2026-11-27 sent caught-up late',
    ]);
  });

  it('is never due twice when the clock is set back', async () => {
    const subscription = await digests.subscribe();
    for (const now of ['08:00:00', '07:30:00', '08:00:00', '07:59:59', '08:01:00']) {
      time.set(`2026-11-25T${now}Z`);
      await digests.run();
    }
    expect(platform.posted).toHaveLength(1);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('is one a local date also when the time or the zone is changed', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    const { schedule } = subscription;
    const evening = await digests.subscriptions.change(
      subscription.id,
      { schedule: { ...schedule, minute: 18 * 60 } },
      time.now(),
    );
    expect(evening).toMatchObject({ subscription: { nextDueAt: Date.parse('2026-11-26T18:00:00Z') } });
    const west = await digests.subscriptions.change(
      subscription.id,
      { schedule: { ...schedule, zone: 'Pacific/Honolulu' } },
      time.now(),
    );
    expect(west).toMatchObject({ subscription: { nextDueAt: Date.parse('2026-11-26T18:00:00Z') } });
    time.set('2026-11-27T00:00:00Z');
    await digests.run();
    expect(platform.posted).toHaveLength(2);
  });

  it('is enqueued once by several processes, many at a time', async () => {
    const second = await stores.open();
    for (let at = 0; at < 300; at++) {
      await digests.subscribe('08:00', {
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: `C${at}` },
      });
    }
    time.set('2026-11-25T08:00:00Z');
    const entered = await Promise.all(
      [store, second, store].map((each) => enqueueDue(each, time.now(), 1000)),
    );
    expect(entered.reduce((sum, count) => sum + count)).toBe(300);
    const rows = await store.db.selectFrom('deliveries').select('id').execute();
    expect(rows).toHaveLength(300);
  });

  it('is nothing of a paused subscription, and resumed from then on', async () => {
    const subscription = await digests.subscribe();
    await digests.subscriptions.pause(subscription.id, time.now());
    time.set('2026-11-27T09:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([]);
    const resumed = await digests.subscriptions.resume(subscription.id, time.now());
    expect(resumed?.nextDueAt).toBe(Date.parse('2026-11-28T08:00:00Z'));
  });

  it('is computed anew with other time zone data, and still once a local date', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    // As if other rules had said that tomorrow's was due today.
    const wrong = { next_due_at: time.now() + 1000, tzdata: '1999a' };
    await store.db.updateTable('subscriptions').set(wrong).execute();
    expect(await refreshZones(store, time.now())).toBe(1);
    expect(await refreshZones(store, time.now())).toBe(0);
    const after = await digests.subscriptions.find(subscription.id);
    expect(after?.nextDueAt).toBe(Date.parse('2026-11-26T08:00:00Z'));
  });

  it('is given up when its platform is off for the whole window', async () => {
    const discord = { platform: 'discord', workspace: 'G1', kind: 'channel', id: '1' } as const;
    const subscription = await digests.subscribe('08:00', { destination: discord });
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 due']);
    time.set('2026-11-25T14:00:01Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 missed adapter-off']);
  });

  it('is forgotten after months', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    await digests.subscriptions.pause(subscription.id, time.now());
    time.set('2027-02-20T08:00:00Z');
    await digests.beat();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
    time.set('2027-03-25T08:00:00Z');
    await digests.beat();
    expect(await digests.ledger(subscription)).toEqual([]);
  });
});
