/**
 * The digests' engine alone in a process, so that its memory is its own: `engine-process.ts STORE FREE LIMITED
 * SUBSCRIPTIONS DUE SECONDS`, two platforms' addresses in the middle. Prints what it measured as JSON.
 */

import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Courier } from '../../../src/chat/courier.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { ConversationKey } from '../../../src/chat/request.ts';
import { warmUp } from '../../../src/chat/warm-up.ts';
import { createDeliveryLane } from '../../../src/digest/delivery-lane.ts';
import { DEFAULT_POLICY } from '../../../src/digest/delivery-policy.ts';
import { createDeliveryWriter } from '../../../src/digest/delivery-writer.ts';
import { enqueueDue } from '../../../src/digest/enqueue-due.ts';
import { discordPace } from '../../../src/digest/pace/discord-pace.ts';
import type { Pace } from '../../../src/digest/pace/pace.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { noMetrics } from '../../../src/ops/metrics.ts';
import { systemTimers } from '../../../src/ops/timers.ts';
import { dueSubscriptions } from '../../../src/store/due-subscriptions.ts';
import type { Store } from '../../../src/store/store.ts';
import { openLibrary } from '../../../src/story/library.ts';
import { httpCourier } from '../../../test/digest/crash/http-courier.ts';
import { openCrashStore } from '../../../test/digest/crash/open-crash-store.ts';
import { waveDigest } from '../../../test/digest/crash/wave.ts';
import { summarise } from '../stopwatch.ts';
import { makeDue, seedSubscriptions } from './seed.ts';

const [place = '', free = '', limited = '', ...numbers] = process.argv.slice(2);
const [subscriptions = 0, due = 0, seconds = 0] = numbers.map(Number);
const quiet = (): void => undefined;
const loud = (fields: object, message: string): void => console.error(message, fields);
const log = { debug: quiet, info: quiet, warn: loud, error: loud };
const NOBODY_WAITS: Pace = { turn: async () => ({ kind: 'now' }), backOff: async () => {} };

let peak = 0;
const sample = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(sample, 50).unref();

const store = await openCrashStore(place);
const now = Date.now();
const minute = new Date(now - 60_000).getUTCHours() * 60 + new Date(now - 60_000).getUTCMinutes();
await seedSubscriptions(store, { platform: 'slack', count: subscriptions, now });

await makeDue(store, { platform: 'slack', count: 100, now }, minute);
const looks: number[] = [];
for (let look = 0; look < 50; look++) {
  const began = performance.now();
  const rows = await dueSubscriptions(store.db, store.engine, Date.now(), 250);
  looks.push(performance.now() - began);
  if (rows.length !== 100) throw new Error(`${rows.length} are due, not 100`);
}

await makeDue(store, { platform: 'slack', count: due, now }, minute);
const enqueueBegan = performance.now();
const entered = await enqueueDue(store, Date.now(), DEFAULT_POLICY.window);
const enqueueSeconds = (performance.now() - enqueueBegan) / 1000;
if (entered !== due) throw new Error(`${entered} were enqueued, not ${due}`);

const fast = await deliverFor(store, httpCourier(free, 'slack'), NOBODY_WAITS, seconds);

const paced = Math.ceil(seconds * 60);
await seedSubscriptions(store, { platform: 'discord', count: paced, now });
await makeDue(store, { platform: 'discord', count: paced, now }, minute);
await enqueueDue(store, Date.now(), DEFAULT_POLICY.window);
const asking = askMeanwhile();
const pace = discordPace(store, systemClock, systemTimers);
const limitedSent = await deliverFor(store, httpCourier(limited, 'discord'), pace, seconds);
const answered = summarise(await asking());
sample();
await store.close();
process.stdout.write(
  `${JSON.stringify({
    look: summarise(looks),
    enqueueSeconds,
    fastPerSecond: fast,
    limitedPerSecond: limitedSent,
    answered,
    peakMb: peak / 2 ** 20,
  })}\n`,
);
process.exit(0);

/** @returns messages a second */
async function deliverFor(to: Store, courier: Courier, pace: Pace, seconds: number): Promise<number> {
  const stopping = new AbortController();
  let sent = 0;
  const lane = createDeliveryLane(to, 'bench', {
    courier: {
      ...courier,
      async post(...message) {
        const outcome = await courier.post(...message);
        if (outcome.kind === 'sent') sent++;
        return outcome;
      },
    },
    compose: async (subscription) => waveDigest(subscription),
    pace,
    write: createDeliveryWriter(to),
    policy: { ...DEFAULT_POLICY, together: 100 },
    clock: systemClock,
    log,
    metrics: noMetrics,
    stopping: stopping.signal,
    stopped: new AbortController().signal,
  });
  const began = performance.now();
  const timer = setTimeout(() => stopping.abort(), seconds * 1000);
  await lane.pass();
  if (!stopping.signal.aborted) await lane.idle();
  clearTimeout(timer);
  const rate = (sent / (performance.now() - began)) * 1000;
  stopping.abort();
  await lane.idle();
  return rate;
}

/** Asks the bot in this process twenty times a second, until the end: how long each had to wait, in ms. */
function askMeanwhile(): () => Promise<readonly number[]> {
  const folder = new URL('../../../content', import.meta.url).pathname;
  const chat = createChat({ stories: openLibrary(folder) });
  const questions = readFileSync(new URL('questions.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const waits: number[] = [];
  const until = Date.now() + (seconds - 1) * 1000;
  const done = (async () => {
    await warmUp(chat, Date.now());
    let wanted = performance.now();
    for (let turn = 0; Date.now() < until; turn++) {
      wanted += 50;
      await delay(Math.max(0, wanted - performance.now()));
      await chat.handle({
        asker: {
          platform: 'discord',
          workspace: 'G1',
          channel: 'C1',
          user: 'U1',
          conversation: `bench:${turn}` as ConversationKey,
          manager: false,
        },
        intent: { kind: 'ask', question: questions[turn % questions.length] ?? '' },
        at: Date.now(),
      });
      // From when it was to be asked: whoever comes while the process is busy waits as well.
      waits.push(performance.now() - wanted);
    }
    return waits;
  })();
  return () => done;
}
