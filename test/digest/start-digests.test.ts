import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Courier, PostOutcome } from '../../src/chat/courier.ts';
import { createSubscriptions } from '../../src/digest/create-subscriptions.ts';
import { DEFAULT_POLICY } from '../../src/digest/delivery-policy.ts';
import type { Pace } from '../../src/digest/pace/pace.ts';
import { type RunningDigests, startDigests } from '../../src/digest/start-digests.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { Attention } from '../../src/ops/attention.ts';
import { noMetrics } from '../../src/ops/metrics.ts';
import { sqliteEngine } from '../../src/store/engine/sqlite-engine.ts';
import { openStoreOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { silentLog } from '../support/every-store.ts';
import { digestOf, SLUG, TestTime } from './a-service.ts';
import { PretendPlatform } from './pretend-platform.ts';
import { WaitingTimers } from './waiting-timers.ts';

const AT_ONCE: Pace = { turn: async () => ({ kind: 'now', at: 0 }), backOff: async () => {} };

describe('the digests of a service', () => {
  let store: Store;
  let time: TestTime;
  let timers: WaitingTimers;
  let running: RunningDigests | undefined;

  beforeEach(async () => {
    store = await openStoreOn(sqliteEngine(':memory:'));
    time = new TestTime('2026-11-25T07:00:00Z');
    timers = new WaitingTimers();
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await store.close();
  });

  async function dueAtEight(): Promise<Subscription> {
    const { subscription } = await createSubscriptions(store).add(
      {
        destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
        story: SLUG,
        schedule: { minute: 480, weekdays: 127, zone: 'UTC', quietDates: [] },
        whenUnchanged: 'send',
        createdBy: 'U1',
      },
      time.now(),
    );
    time.set('2026-11-25T08:00:00Z');
    return subscription;
  }

  function start(courier: Courier): RunningDigests {
    running = startDigests({
      store,
      couriers: [courier],
      compose: async () => digestOf(1),
      notice: () => ({ tone: 'refusal', blocks: [], actions: [] }),
      policy: DEFAULT_POLICY,
      clock: time,
      timers,
      log: silentLog,
      metrics: noMetrics,
      attention: new Attention(),
      paceOf: () => AT_ONCE,
    });
    return running;
  }

  const ledger = () => store.db.selectFrom('deliveries').select(['state', 'posting']).execute();

  /** A platform that answers when the test says so, or never: then when it is given up. */
  function slowPlatform() {
    const [arrived, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const platform = new PretendPlatform();
    const courier: Courier = {
      platform: 'slack',
      render: (reply) => platform.render(reply),
      find: (destination, key, since) => platform.find(destination, key, since),
      async post(destination, parcel, key, signal): Promise<PostOutcome> {
        arrived.resolve();
        const givenUp = new Promise<'given up'>((resolve) =>
          signal.addEventListener('abort', () => resolve('given up')),
        );
        if ((await Promise.race([answer.promise, givenUp])) === 'given up') {
          return { kind: 'uncertain', trouble: 'platform-down' };
        }
        return platform.post(destination, parcel, key);
      },
    };
    return { platform, courier, arrived: arrived.promise, answer: () => answer.resolve() };
  }

  it('send what is due as soon as they start, without waiting for the next minute', async () => {
    await dueAtEight();
    const platform = new PretendPlatform();
    const posted = new Promise<void>((resolve) => {
      platform.onPost = async () => resolve();
    });
    await start(platform);
    await posted;
    await running?.stop();
    expect(await ledger()).toEqual([{ state: 'sent', posting: null }]);
  });

  it('let what is being posted finish when they stop', async () => {
    await dueAtEight();
    const { platform, courier, arrived, answer } = slowPlatform();
    const { stop } = start(courier);
    await arrived;
    const stopping = stop();
    answer();
    await stopping;
    expect(platform.posted).toHaveLength(1);
    expect(await ledger()).toEqual([{ state: 'sent', posting: null }]);
  });

  it('give up what is not answered seven seconds after the stop, and know that it is uncertain', async () => {
    await dueAtEight();
    const { courier, arrived } = slowPlatform();
    const { stop } = start(courier);
    await arrived;
    const stopping = stop();
    while (!timers.waits.includes(7000)) await timers.until(timers.waits.length + 1);
    timers.runOut();
    await stopping;
    expect(await ledger()).toEqual([{ state: 'due', posting: 0 }]);
  });

  it('take nothing up after a stop', async () => {
    const platform = new PretendPlatform();
    const { stop } = start(platform);
    await stop();
    await dueAtEight();
    timers.runOut();
    expect(await ledger()).toEqual([]);
    expect(platform.posted).toEqual([]);
  });
});
