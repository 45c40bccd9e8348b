/** The page in a process of its own, without limits on how often it is asked; tells its port to its parent. */
import { previews as discord } from '../../../adapters/discord/rendering/preview.ts';
import { previews as slack } from '../../../adapters/slack/render/preview.ts';
import { startWeb } from '../../../adapters/web/start-web.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import { sharedReadings } from '../../../src/chat/shared-readings.ts';
import { createStoryPages } from '../../../src/chat/story-pages.ts';
import { warmUp } from '../../../src/chat/warm-up.ts';
import { createDigestPreviews } from '../../../src/digest/digest-previews.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { createLog } from '../../../src/ops/create-log.ts';
import { growHeapSlowly } from '../../../src/ops/grow-heap-slowly.ts';
import { startHttpServer } from '../../../src/ops/http-server.ts';
import { scrubberFor } from '../../../src/ops/secrets.ts';
import { settleMemory } from '../../../src/ops/settle-memory.ts';
import { openLibrary } from '../../../src/story/library.ts';
import { answerParent } from './answer-parent.ts';

// Memory as the service keeps it.
growHeapSlowly();
const stories = openLibrary(new URL('../../../content', import.meta.url).pathname);
const read = sharedReadings();
const unlimited = { atOnce: 1_000_000, pauseMs: 1 };
const chat = createChat({ stories, read });
const web = startWeb({
  chat,
  pages: createStoryPages(stories, read),
  previews: async () => ({ discord, slack }),
  previewDigest: createDigestPreviews({ stories, read }).preview,
  clock: systemClock,
  log: await createLog({ level: 'error', readable: false, scrub: scrubberFor({}) }),
  settings: { proxies: 0 },
  rates: { pages: unlimited, questions: unlimited, comparisons: unlimited },
});
const server = await startHttpServer({ host: '127.0.0.1', port: 0 });
server.mount(web.routes);
server.complete();
await warmUp(chat, Date.now());
settleMemory();
answerParent(server.port);
