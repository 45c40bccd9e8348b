import { beforeEach, expect, it } from 'vitest';
import { enqueueDue, refreshZones } from '../../src/digest/enqueue-due.ts';
import type { LocalSchedule, Subscription } from '../../src/digest/subscription.ts';
import { Attention } from '../../src/ops/attention.ts';
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

  const changeTime = ({ id, schedule }: Subscription, also: Partial<LocalSchedule>) =>
    digests.subscriptions.change(id, { schedule: { ...schedule, ...also } }, time.now());

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

  it('is told as missed for older days when today’s is asked for before the first beat after downtime', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-28T07:30:00Z');
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('queued');
    await digests.run();
    time.set('2026-11-28T08:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 missed downtime',
      '2026-11-26 missed downtime',
      '2026-11-27 missed downtime',
      '2026-11-28 sent sent-by-hand late',
    ]);
    expect(platform.posted).toHaveLength(1);
  });

  it('is sent once when it is asked for after its hour and before the first beat', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-26T20:00:00Z');
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('queued');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 missed downtime',
      '2026-11-26 sent sent-by-hand late',
    ]);
    expect((await digests.subscriptions.find(subscription.id))?.nextDueAt).toBe(
      Date.parse('2026-11-27T08:00:00Z'),
    );
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

  it.each(['06:00', '18:00'])(
    'is sent once when it is changed to %s after its hour and before the beat, and next at the new one',
    async (hour) => {
      const subscription = await digests.subscribe();
      time.set('2026-11-25T08:00:20Z');
      await changeTime(subscription, { minute: Number(hour.slice(0, 2)) * 60 });
      for (const now of ['25T08:00:30', '25T18:00:00', '25T23:59:00', '26T05:59:59']) {
        time.set(`2026-11-${now}Z`);
        await digests.run();
        expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
      }
      time.set(`2026-11-26T${hour}:00Z`);
      await digests.run();
      expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent', '2026-11-26 sent']);
      expect(platform.posted).toHaveLength(2);
    },
  );

  it('is sent once when it is changed after its hour to another zone, whose date is yesterday’s', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:20Z');
    await changeTime(subscription, { zone: 'Pacific/Honolulu', minute: 23 * 60 });
    await digests.run();
    // 23:00 of 24 November in Honolulu.
    time.set('2026-11-25T09:00:00Z');
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('is what it would have been without the change after downtime', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-27T13:00:00Z');
    await changeTime(subscription, { minute: 9 * 60 });
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 missed downtime',
      '2026-11-26 missed downtime',
      '2026-11-27 sent caught-up late',
    ]);
    time.set('2026-11-29T16:00:00Z');
    await changeTime(subscription, { minute: 8 * 60 });
    await digests.run();
    expect((await digests.ledger(subscription)).slice(3)).toEqual([
      '2026-11-28 missed downtime',
      '2026-11-29 missed downtime',
    ]);
    expect(platform.posted).toHaveLength(1);
  });

  it('is not sent by whoever delivers before the beat when the window has passed', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T16:00:00Z');
    await changeTime(subscription, { minute: 9 * 60 });
    await digests.deliver();
    expect(platform.posted).toEqual([]);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 missed downtime']);
  });

  it('is sent once at the later hour when it is changed before it was due', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T07:59:59Z');
    await changeTime(subscription, { minute: 18 * 60 });
    for (const now of ['08:00:00', '17:59:59']) {
      time.set(`2026-11-25T${now}Z`);
      await digests.run();
      expect(platform.posted).toEqual([]);
    }
    for (const now of ['18:00:00', '18:01:00']) {
      time.set(`2026-11-25T${now}Z`);
      await digests.run();
    }
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
    expect(platform.posted).toHaveLength(1);
  });

  it('is not sent twice when it is changed to an hour already past', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    time.set('2026-11-25T09:00:00Z');
    await changeTime(subscription, { minute: 7 * 60 });
    for (const day of ['25T09:00:00', '25T23:00:00', '26T06:59:59']) {
      time.set(`2026-11-${day}Z`);
      await digests.run();
    }
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
    time.set('2026-11-26T07:00:00Z');
    await digests.run();
    expect(platform.posted).toHaveLength(2);
  });

  it('is nothing when it is paused after its hour and before the beat', async () => {
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:20Z');
    await digests.subscriptions.pause(subscription.id, time.now());
    await changeTime(subscription, { minute: 9 * 60 });
    await digests.run();
    const resumed = await digests.subscriptions.resume(subscription.id, time.now());
    expect(resumed?.nextDueAt).toBe(Date.parse('2026-11-25T09:00:00Z'));
    expect(await digests.ledger(subscription)).toEqual([]);
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
      [store, second, store].map((each) => enqueueDue(each, time.now(), 1000, new Attention())),
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
    for (const minute of ['08:00', '08:30', '08:59']) {
      time.set(`2027-03-25T${minute}:00Z`);
      await digests.beat();
      // By a clock that has only just been set nothing is forgotten.
      expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
    }
    time.set('2027-03-25T09:00:00Z');
    await digests.beat();
    expect(await digests.ledger(subscription)).toEqual([]);
  });
});
