/**
 * One of several processes that send the digests of one store to one bot's platform: `sharing-process.ts STORE
 * PLATFORM SECONDS`. What they come to together is for the platform to say.
 */
import { createChat } from '../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../src/chat/shared-readings.ts';
import { createCompose } from '../../../src/digest/compose.ts';
import { Attention } from '../../../src/ops/attention.ts';
import { openLibrary } from '../../../src/story/library.ts';
import { openCrashStore } from '../../../test/digest/crash/open-crash-store.ts';
import { benchCourier } from './bench-courier.ts';
import { deliverFor } from './deliver-for.ts';

const [place = '', platform = '', seconds = ''] = process.argv.slice(2);
const store = await openCrashStore(place);
const stories = openLibrary(new URL('../../../content', import.meta.url).pathname);
const read = sharedReadings();
const courier = benchCourier(platform, createChat({ stories, read }));
const compose = createCompose({ stories, read });
await deliverFor({ store, courier, compose, attention: new Attention(), seconds: Number(seconds) });
await store.close();
process.exit(0);
