/**
 * The digests' engine in a process of its own, so that its memory is its own, beside the chat as in the service:
 * `engine-process.ts STORE FREE LIMITED SUBSCRIPTIONS DUE SECONDS`, two platforms' addresses in the middle. Prints
 * what it measured as JSON.
 */

import { GlobalShare } from '../../../adapters/discord/digests/global-share.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../src/chat/shared-readings.ts';
import { warmUp } from '../../../src/chat/warm-up.ts';
import { createCompose } from '../../../src/digest/compose.ts';
import { DEFAULT_POLICY } from '../../../src/digest/delivery-policy.ts';
import { enqueueDue } from '../../../src/digest/enqueue-due.ts';
import { Attention } from '../../../src/ops/attention.ts';
import { growHeapSlowly } from '../../../src/ops/grow-heap-slowly.ts';
import { settleMemory } from '../../../src/ops/settle-memory.ts';
import { dueSubscriptions } from '../../../src/store/due-subscriptions.ts';
import { StoredMemory } from '../../../src/store/stored-memory.ts';
import { openLibrary } from '../../../src/story/library.ts';
import { openCrashStore } from '../../../test/digest/crash/open-crash-store.ts';
import { summarise } from '../stopwatch.ts';
import { answersMeanwhile } from './answers-meanwhile.ts';
import { benchCourier } from './bench-courier.ts';
import { deliverFor } from './deliver-for.ts';
import { makeDue, seedSubscriptions } from './seed.ts';

const [place = '', free = '', limited = '', ...numbers] = process.argv.slice(2);
const [subscriptions = 0, due = 0, seconds = 0] = numbers.map(Number);

let peak = 0;
const sample = (): void => {
  peak = Math.max(peak, process.memoryUsage.rss());
};
setInterval(sample, 50).unref();

// As the service does it.
growHeapSlowly();
const store = await openCrashStore(place);
const now = Date.now();
const seedBegan = performance.now();
await seedSubscriptions(store, subscriptions, now);
const seedSeconds = (performance.now() - seedBegan) / 1000;

const attention = new Attention();
const stories = openLibrary(new URL('../../../content', import.meta.url).pathname);
const read = sharedReadings();
const chat = createChat({ stories, read, memory: new StoredMemory(store) });
await warmUp(chat, now);
settleMemory();

await makeDue(store, 100, now);
const looks: number[] = [];
for (let look = 0; look < 50; look++) {
  const began = performance.now();
  const rows = await dueSubscriptions(store.db, store.engine, Date.now(), 250);
  looks.push(performance.now() - began);
  if (rows.length !== 100) throw new Error(`${rows.length} are due, not 100`);
}

await makeDue(store, due, now);
const [enqueueSeconds, whileEnqueued] = await answersMeanwhile(chat, attention, async () => {
  const began = performance.now();
  const entered = await enqueueDue(store, Date.now(), DEFAULT_POLICY.window, attention);
  if (entered !== due) throw new Error(`${entered} were enqueued, not ${due}`);
  return (performance.now() - began) / 1000;
});

const delivery = { store, attention, compose: createCompose({ stories, read }), seconds };
const [fastPerSecond, whileFast] = await answersMeanwhile(chat, attention, () =>
  deliverFor({
    ...delivery,
    courier: benchCourier(free, chat, new GlobalShare(Number.POSITIVE_INFINITY)),
    unlimited: true,
  }),
);
const [, whileLimited] = await answersMeanwhile(chat, attention, () =>
  deliverFor({ ...delivery, courier: benchCourier(limited, chat) }),
);
sample();
await store.close();
process.stdout.write(
  `${JSON.stringify({
    seedSeconds,
    look: summarise(looks),
    enqueueSeconds,
    fastPerSecond,
    whileEnqueued: summarise(whileEnqueued),
    whileFast: summarise(whileFast),
    whileLimited: summarise(whileLimited),
    peakMb: peak / 2 ** 20,
  })}\n`,
);
process.exit(0);
