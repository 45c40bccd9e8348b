import { beforeEach, expect, it } from 'vitest';
import type { PostOutcome } from '../../src/chat/courier.ts';
import type { Destination } from '../../src/chat/destination.ts';
import type { DigestContent } from '../../src/digest/content.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore } from '../support/every-store.ts';
import { AService, digestOf, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';

const UNSURE: PostOutcome = { kind: 'uncertain', trouble: 'platform-down' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ELSEWHERE: Destination = { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C2' };

describeEveryStore('a digest in doubtful hands', (stores) => {
  let store: Store;
  let time: TestTime;
  let platform: PretendPlatform;
  const service = (options: Partial<ConstructorParameters<typeof AService>[0]> = {}) =>
    new AService({ store, courier: platform, time, ...options });
  const channels = () => platform.posted.map(({ channel }) => channel);

  beforeEach(async () => {
    store = await stores.open();
    time = new TestTime('2026-11-25T07:00:00Z');
    platform = new PretendPlatform();
  });

  it('is not sent again when it arrived without our hearing of it', async () => {
    const digests = service({ compose: async () => digestOf(2) });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: UNSURE, arrived: true });
    await digests.run();
    expect(platform.asked).toBe(0);
    time.pass(MINUTE);
    await digests.run();
    expect(platform.asked).toBe(1);
    expect(platform.posted.map(({ text }) => text)).toEqual([0, 1].map((n) => `Part ${n} of version 1.`));
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('is sent with the same key when the platform has not got it', async () => {
    const digests = service();
    await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: UNSURE });
    const before = platform.post.bind(platform);
    const keys: string[] = [];
    platform.post = (destination, parcel, key) => {
      keys.push(key);
      return before(destination, parcel, key);
    };
    await digests.run();
    time.pass(MINUTE);
    await digests.run();
    expect(platform.posted).toHaveLength(1);
    expect(keys[0]).toBe(keys[1]);
  });

  it('is uncertain for good where the platform cannot be asked, and never sent again', async () => {
    const ended: string[] = [];
    const digests = service({ metrics: { delivered: ({ outcome }) => void ended.push(outcome) } });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: UNSURE });
    platform.settlement = { kind: 'unknown', final: true };
    await digests.run();
    for (let tries = 0; tries < 5; tries++) {
      time.pass(HOUR);
      await digests.run();
    }
    expect(platform.posted).toEqual([]);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 uncertain platform-down']);
    expect(ended).toEqual(['uncertain']);
    expect(await digests.subscriptions.sendNow(subscription.id, Date.parse('2026-11-25T20:00:00Z'))).toBe(
      'already-sent',
    );
  });

  it('is asked about again when the platform cannot be asked just now', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: UNSURE, arrived: true });
    platform.settlement = { kind: 'unknown', final: false };
    await digests.run();
    time.pass(MINUTE);
    await digests.run();
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 due platform-down']);
    platform.settlement = undefined;
    time.pass(MINUTE);
    await digests.run();
    expect(platform.posted).toHaveLength(1);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('is looked for no further back than since it was asked for anew', async () => {
    const digests = service();
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: { kind: 'refused', trouble: 'message-refused' } });
    await digests.run();
    time.set('2026-11-25T20:00:00Z');
    await digests.subscriptions.sendNow(subscription.id, time.now());
    platform.mishaps.push({ outcome: UNSURE, arrived: true });
    await digests.run();
    time.pass(MINUTE);
    await digests.run();
    expect(platform.askedSince).toEqual([Date.parse('2026-11-25T20:00:00Z')]);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent sent-by-hand late']);
  });

  it('is taken over from a process that died while posting, which is asked about first', async () => {
    const dying = service();
    const subscription = await dying.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.onPost = () => new Promise(() => {});
    await dying.beat();
    await dying.lane.pass();
    await expect.poll(() => platform.posted.length).toBe(1);
    platform.onPost = undefined;
    const heir = service({ store: await stores.open() });
    await heir.run();
    expect(platform.asked).toBe(0);
    time.pass(2 * MINUTE);
    await heir.run();
    expect(platform.asked).toBe(1);
    expect(platform.posted).toHaveLength(1);
    expect(await heir.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('is left alone by a process whose lease ran out', async () => {
    let go = () => {};
    const slow = service({
      compose: () =>
        new Promise((resolve) => {
          go = () => resolve(digestOf(1));
        }),
    });
    const subscription = await slow.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await slow.beat();
    await slow.lane.pass();
    time.pass(2 * MINUTE);
    const heir = service();
    await heir.run();
    go();
    await slow.lane.idle();
    expect(platform.posted).toHaveLength(1);
    expect(await heir.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('that is moved has no second one that day, and is the brief again for those who have not had it', async () => {
    const digests = service();
    const { id } = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
    const later = { minute: 9 * 60, weekdays: 127, zone: 'UTC', quietDates: [] };
    const moved = await digests.subscriptions.change(
      id,
      { to: { destination: ELSEWHERE }, schedule: later },
      time.now(),
    );
    expect(moved).toMatchObject({ kind: 'changed', subscription: { destination: ELSEWHERE } });
    expect((await digests.subscriptions.find(id))?.briefed).toEqual(new Map());
    time.set('2026-11-25T09:00:00Z');
    await digests.run();
    expect(channels()).toEqual(['C1']);
    time.set('2026-11-26T09:00:00Z');
    await digests.run();
    expect(channels()).toEqual(['C1', 'C2']);
  });

  it('that is moved before it begins goes to the new place, whoever held it', async () => {
    const writing = Promise.withResolvers<void>();
    const written = Promise.withResolvers<DigestContent>();
    const slow = service({
      compose: () => {
        writing.resolve();
        return written.promise;
      },
    });
    const subscription = await slow.subscribe();
    time.set('2026-11-25T08:00:00Z');
    await slow.beat();
    await slow.lane.pass();
    await writing.promise;
    await slow.subscriptions.change(subscription.id, { to: { destination: ELSEWHERE } }, time.now());
    written.resolve(digestOf(1));
    await slow.lane.idle();
    expect(channels()).toEqual([]);
    const digests = service();
    await digests.run();
    expect(channels()).toEqual(['C2']);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent']);
  });

  it('stays where it is while nobody knows whether it came', async () => {
    const digests = service();
    const { id } = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.mishaps.push({ outcome: UNSURE, arrived: true });
    await digests.run();
    const move = () => digests.subscriptions.change(id, { to: { destination: ELSEWHERE } }, time.now());
    expect(await move()).toEqual({ kind: 'underway' });
    expect((await digests.subscriptions.find(id))?.destination.id).toBe('C1');
    time.pass(MINUTE);
    await digests.run();
    expect(await move()).toMatchObject({ kind: 'changed' });
    await digests.run();
    expect(channels()).toEqual(['C1']);
  });

  it('of which half failed is sent whole in its new place, when somebody asks for it there', async () => {
    const digests = service({ compose: async () => digestOf(2) });
    const subscription = await digests.subscribe();
    time.set('2026-11-25T08:00:00Z');
    platform.onPost = async () => {
      platform.mishaps.push({ outcome: { kind: 'refused', trouble: 'not-in-channel' } });
      platform.onPost = undefined;
    };
    await digests.run();
    expect(channels()).toEqual(['C1']);
    const moved = await digests.subscriptions.change(
      subscription.id,
      { to: { destination: ELSEWHERE } },
      time.now(),
    );
    expect(moved).toMatchObject({ kind: 'changed', subscription: { status: { kind: 'active' } } });
    expect(await digests.subscriptions.sendNow(subscription.id, time.now())).toBe('queued');
    await digests.run();
    expect(channels()).toEqual(['C1', 'C2', 'C2']);
    expect(new Set(platform.posted.map(({ key }) => key)).size).toBe(3);
    expect(await digests.ledger(subscription)).toEqual(['2026-11-25 sent sent-by-hand late']);
  });
});
