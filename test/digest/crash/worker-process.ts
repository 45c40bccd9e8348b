/**
 * A process that delivers digests until it is killed: `worker-process.ts STORE DOOR`. It also makes
 * subscriptions all the while, for next year, and says which it has made: those must be there for ever after.
 */

import { flushCompileCache } from 'node:module';
import { createSubscriptions } from '../../../src/digest/create-subscriptions.ts';
import { DEFAULT_POLICY } from '../../../src/digest/delivery-policy.ts';
import { startDigests } from '../../../src/digest/start-digests.ts';
import { Attention } from '../../../src/ops/attention.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { noMetrics } from '../../../src/ops/metrics.ts';
import { systemTimers } from '../../../src/ops/timers.ts';
import { couriersOf } from './couriers-of.ts';
import type { Door } from './crash-ground.ts';
import { openCrashStore } from './open-crash-store.ts';
import { waveDigest } from './wave.ts';

const [storePlace = '', doorText = ''] = process.argv.slice(2);
const door: Door = JSON.parse(doorText);
const say = (line: string) => process.stdout.write(`${line}\n`);
const log = {
  debug() {},
  info() {},
  warn() {},
  error: (fields: object, message: string) => say(`error ${message} ${JSON.stringify(fields)}`),
};

const store = await openCrashStore(storePlace);
startDigests({
  store,
  couriers: await couriersOf(door, log),
  compose: async (subscription) => waveDigest(subscription),
  notice: () => ({ tone: 'refusal', blocks: [], actions: [] }),
  policy: {
    ...DEFAULT_POLICY,
    lease: 4000,
    postTimeout: 1500,
    settleAfter: 300,
    backoff: { first: 50, longest: 500 },
  },
  clock: systemClock,
  timers: systemTimers,
  log,
  metrics: noMetrics,
  attention: new Attention(),
  // The plain platforms have no limits of their own.
  ...(door.kind === 'plain' && {
    paceOf: () => ({ turn: async () => ({ kind: 'now', at: 0 }), backOff: async () => {} }),
  }),
});
say('started');
// Whoever is killed does not do it at the end.
flushCompileCache();

/** A weekday that the round does not see: Sunday is 0 to JavaScript, and Monday to us. */
const IN_SOME_DAYS = 1 << ((new Date().getUTCDay() + 2) % 7);
const subscriptions = createSubscriptions(store);
for (let count = 0; ; count++) {
  const { subscription } = await subscriptions.add(
    {
      destination: { platform: 'slack', workspace: 'later', kind: 'channel', id: `${process.pid}-${count}` },
      story: undefined,
      schedule: { minute: 0, weekdays: IN_SOME_DAYS, zone: 'UTC', quietDates: [] },
      whenUnchanged: 'line',
      createdBy: 'U1',
    },
    Date.now(),
  );
  say(`made ${subscription.id}`);
  await systemTimers.wait(100);
}
