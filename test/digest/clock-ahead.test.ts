import { beforeEach, expect, it } from 'vitest';
import type { Subscription } from '../../src/digest/subscription.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';

const MINUTE = 60_000;

describeEveryStore('a clock that was ahead and is right again', (stores) => {
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

  async function runAt(...instants: readonly string[]): Promise<void> {
    for (const instant of instants) {
      time.set(`${instant}Z`);
      await digests.run();
    }
  }

  const nextDue = async ({ id }: Subscription) =>
    new Date((await digests.subscriptions.find(id))?.nextDueAt ?? 0).toISOString();

  it('by a year keeps no digest back, and a day that had its digest has no second one', async () => {
    const subscription = await digests.subscribe();
    await runAt('2026-11-25T08:00:00', '2027-11-03T09:00:00', '2026-11-25T09:00:00');
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent', '2027-11-03 sent caught-up late']);
    expect(await nextDue(subscription)).toBe('2026-11-26T08:00:00.000Z');
    await runAt('2026-11-26T08:00:00', '2026-11-27T08:00:00', '2026-11-28T08:00:00');
    expect(await digests.ledger(subscription)).toEqual([
      '2026-11-25 sent',
      '2026-11-26 sent',
      '2026-11-27 sent',
      '2026-11-28 sent',
      '2027-11-03 sent caught-up late',
    ]);
    await runAt('2027-11-03T08:00:00');
    expect((await digests.ledger(subscription)).at(-1)).toBe('2027-11-03 sent caught-up late');
    expect(platform.posted).toHaveLength(5);
  });

  it('by hours keeps back neither today’s digest nor tomorrow’s', async () => {
    const subscription = await digests.subscribe();
    await runAt('2026-11-25T17:00:00', '2026-11-25T07:01:00');
    expect(await digests.ledger(subscription)).toEqual([]);
    await runAt('2026-11-25T08:00:00', '2026-11-26T08:00:00');
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent', '2026-11-26 sent']);
  });

  it('by less than clocks may differ is as good as one that is right', async () => {
    const subscription = await digests.subscribe();
    await runAt('2026-11-25T08:01:00', '2026-11-25T07:59:00', '2026-11-25T08:01:00');
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
    expect(await nextDue(subscription)).toBe('2026-11-26T08:00:00.000Z');
  });

  it('leaves to whoever changes, resumes or asks for one before the next beat what they would have had', async () => {
    const [changed, resumed, asked] = [
      await digests.subscribe('08:00'),
      await digests.subscribe('08:10'),
      await digests.subscribe('08:20'),
    ];
    await digests.subscriptions.pause(resumed.id, time.now());
    await runAt('2027-11-03T09:00:00');
    await digests.subscriptions.sendNow(resumed.id, time.now());
    await digests.deliver();
    time.set('2026-11-25T07:30:00Z');
    const schedule = { ...changed.schedule, minute: 9 * 60 };
    await digests.subscriptions.change(changed.id, { schedule }, time.now());
    await digests.subscriptions.resume(resumed.id, time.now());
    expect(await digests.subscriptions.sendNow(asked.id, time.now())).toBe('queued');
    expect(await nextDue(changed)).toBe('2026-11-25T09:00:00.000Z');
    expect(await nextDue(resumed)).toBe('2026-11-25T08:10:00.000Z');
    expect(await nextDue(asked)).toBe('2026-11-26T08:20:00.000Z');
    await runAt('2026-11-25T07:36:00', '2026-11-25T08:10:00', '2026-11-25T09:00:00');
    const today = await Promise.all(
      [changed, resumed, asked].map(async (one) =>
        (await digests.ledger(one)).filter((row) => row.startsWith('2026')),
      ),
    );
    expect(today).toEqual([['2026-11-25 sent'], ['2026-11-25 sent'], ['2026-11-25 sent sent-by-hand late']]);
  });

  it('holds nobody’s hands full: what was being sent is asked about, and tried at its time', async () => {
    const subscription = await digests.subscribe();
    time.set('2027-11-03T08:00:00Z');
    platform.onPost = () => new Promise(() => {});
    await digests.beat();
    await digests.lane.pass();
    await expect.poll(() => platform.posted.length, { timeout: 10_000 }).toBe(1);
    platform.onPost = undefined;
    digests = new AService({ store: await stores.open(), courier: platform, time });
    await runAt('2026-11-25T07:01:00', '2026-11-25T07:07:00');
    expect(platform.asked).toBe(1);
    expect(await digests.ledger(subscription)).toEqual(['2027-11-03 sent']);
    await runAt('2026-11-25T08:00:00');
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent', '2027-11-03 sent']);
  });

  it('delays no try beyond some minutes', async () => {
    const subscription = await digests.subscribe();
    time.set('2027-11-03T08:00:00Z');
    platform.mishaps.push({ outcome: { kind: 'uncertain', trouble: 'platform-down' }, arrived: true });
    await digests.run();
    time.set('2026-11-25T07:01:00Z');
    await digests.run();
    time.pass(6 * MINUTE);
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2027-11-03 sent']);
    expect(platform.posted).toHaveLength(1);
  });
});
