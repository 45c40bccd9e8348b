import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Courier, PostOutcome } from '../../src/chat/courier.ts';
import { DEFAULT_POLICY } from '../../src/digest/delivery-policy.ts';
import type { Pace } from '../../src/digest/pace/pace.ts';
import { type RunningDigests, startDigests } from '../../src/digest/start-digests.ts';
import type { BrokenNotice } from '../../src/digest/tell-owners.ts';
import { Attention } from '../../src/ops/attention.ts';
import { noMetrics } from '../../src/ops/metrics.ts';
import type { Store } from '../../src/store/store.ts';
import { describeEveryStore, silentLog } from '../support/every-store.ts';
import { AService, digestOf, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';
import { WaitingTimers } from './waiting-timers.ts';

const MINUTE = 60_000;
const PATIENT = { timeout: 10_000 };
const AT_ONCE: Pace = { turn: async () => ({ kind: 'now', at: 0 }), backOff: async () => {} };
const NOTICE: BrokenNotice = () => ({
  tone: 'refusal',
  blocks: [{ kind: 'prose', content: [{ kind: 'text', text: 'Stopped.' }] }],
  actions: [],
});

describeEveryStore('the owners of stopped digests', (stores) => {
  let store: Store;
  let time: TestTime;
  let platform: PretendPlatform;
  let digests: AService;
  let running: RunningDigests | undefined;
  let timers: WaitingTimers;

  beforeEach(async () => {
    store = await stores.open();
    time = new TestTime('2026-11-25T07:00:00Z');
    platform = new PretendPlatform();
    digests = new AService({ store, courier: platform, time });
    timers = new WaitingTimers();
  });

  afterEach(async () => {
    const stopped = running?.stop();
    running = undefined;
    timers.runOut();
    await stopped;
  });

  /** So many digests, each of an owner and a channel of its own, that cannot be sent any more. */
  async function stoppedDigests(count: number): Promise<void> {
    for (let at = 0; at < count; at++) {
      const destination = { platform: 'slack', workspace: 'T1', kind: 'channel', id: `C${at}` } as const;
      await digests.subscribe('08:00', { destination, createdBy: `U${at}` });
      platform.mishaps.push({ outcome: { kind: 'refused', trouble: 'not-in-channel' } });
    }
    time.set('2026-11-25T08:00:00Z');
    await digests.run();
  }

  const told = () => platform.posted.map(({ channel }) => channel).sort();
  const untold = async () => {
    const rows = await store.db
      .selectFrom('subscriptions')
      .select('id')
      .where('told_at', 'is', null)
      .execute();
    return rows.length;
  };

  /** A platform that does not answer until the post is given up. */
  function silentPlatform() {
    let asked = 0;
    const courier: Courier = {
      platform: 'slack',
      render: (reply) => platform.render(reply),
      find: async () => ({ kind: 'absent' }),
      async post(_destination, _parcel, _key, signal): Promise<PostOutcome> {
        asked++;
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        return { kind: 'uncertain', trouble: 'platform-down' };
      },
    };
    return { courier, asked: () => asked };
  }

  it('hold nothing up while their platform does not answer, and are told a few at a time', async () => {
    await stoppedDigests(6);
    const { courier, asked } = silentPlatform();
    running = startDigests({
      store,
      couriers: [courier],
      compose: async () => digestOf(1),
      notice: NOTICE,
      policy: DEFAULT_POLICY,
      clock: time,
      timers,
      log: silentLog,
      metrics: noMetrics,
      attention: new Attention(),
      paceOf: () => AT_ONCE,
    });
    await expect.poll(asked, PATIENT).toBe(4);
    await expect.poll(() => running?.state().kind, PATIENT).toBe('up');
    // Whoever was not begun with is told by the next process.
    const { stop } = running;
    running = undefined;
    const stopped = stop();
    while (!timers.waits.includes(7000)) await timers.until(timers.waits.length + 1);
    timers.runOut();
    await stopped;
    expect(asked()).toBe(4);
    expect(await untold()).toBe(2);
  });

  it('are told all the same when the notice to one of them fails, who is told later', async () => {
    await stoppedDigests(6);
    let fails = true;
    const notice: BrokenNotice = (subscription, trouble) => {
      if (fails && subscription.createdBy === 'U0') throw new Error('no such word');
      return NOTICE(subscription, trouble);
    };
    await digests.tellOwners(notice);
    expect(told()).toEqual(['U1', 'U2', 'U3', 'U4', 'U5']);
    fails = false;
    await digests.tellOwners(notice);
    await digests.tellOwners(notice);
    expect(told()).toEqual(['U0', 'U1', 'U2', 'U3', 'U4', 'U5']);
  });

  it('wait, with the digests of their workspace, for as long as the platform asks', async () => {
    await stoppedDigests(1);
    platform.mishaps.push({ outcome: { kind: 'retry', trouble: 'rate-limited', afterMs: 10 * MINUTE } });
    await digests.tellOwners();
    expect(platform.mishaps).toEqual([]);
    time.pass(MINUTE);
    await digests.tellOwners();
    expect(told()).toEqual([]);
    time.pass(10 * MINUTE);
    await digests.tellOwners();
    await digests.tellOwners();
    expect(told()).toEqual(['U0']);
  });

  it('are not told a second time when nobody knows whether they were', async () => {
    await stoppedDigests(1);
    platform.mishaps.push({ outcome: { kind: 'uncertain', trouble: 'platform-down' } });
    await digests.tellOwners();
    await digests.tellOwners();
    expect(platform.mishaps).toEqual([]);
    expect(told()).toEqual([]);
  });
});
