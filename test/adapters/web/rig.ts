import { parseHTML } from 'linkedom';
import { onTestFinished } from 'vitest';
import { previews as discord } from '../../../adapters/discord/rendering/preview.ts';
import { previews as slack } from '../../../adapters/slack/render/preview.ts';
import { startWeb, type WebAdapter, type WebOptions } from '../../../adapters/web/start-web.ts';
import type { Chat } from '../../../src/chat/chat.ts';
import { createChat } from '../../../src/chat/create-chat.ts';
import type { Shelf } from '../../../src/chat/reading.ts';
import { sharedReadings } from '../../../src/chat/shared-readings.ts';
import { createStoryPages, type StoryPages } from '../../../src/chat/story-pages.ts';
import { createDigestPreviews } from '../../../src/digest/digest-previews.ts';
import { createLog } from '../../../src/ops/create-log.ts';
import { startHttpServer } from '../../../src/ops/http-server.ts';
import type { Metrics } from '../../../src/ops/metrics.ts';
import { BRIDGE, MORNING, shelfWith } from '../../support/stories.ts';

/** The page running on a port of its own. */
export interface Rig {
  readonly web: WebAdapter;
  readonly url: string;
  /** Lines of JSON, as the service logs them. */
  readonly logged: readonly string[];
  /** What the clock says; a test may move it. */
  now: number;
  stop(): Promise<void>;
}

export interface RigOptions {
  readonly stories?: Shelf;
  readonly chat?: Chat;
  readonly pages?: StoryPages;
  readonly settings?: WebOptions['settings'];
  readonly rates?: WebOptions['rates'];
  readonly metrics?: Metrics;
}

const OFTEN = { atOnce: 10_000, pauseMs: 1 };
/** As often as one likes. */
export const UNHURRIED = { pages: OFTEN, questions: OFTEN, comparisons: OFTEN };

/** Starts the page, to be stopped by whoever started it, or at the test's end. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const rig = await openRig(options);
  onTestFinished(() => rig.stop());
  return rig;
}

/** Starts the page for several tests; whoever started it stops it. */
export async function openRig({ stories = shelfWith(BRIDGE), ...options }: RigOptions = {}): Promise<Rig> {
  const logged: string[] = [];
  const output = { write: (line: string) => logged.push(line) > 0 };
  const log = await createLog({ level: 'debug', readable: false, scrub: (line) => line, output });
  const rig = { now: MORNING };
  const web = startWeb({
    chat: options.chat ?? createChat({ stories }),
    pages: options.pages ?? createStoryPages(stories),
    previews: async () => ({ discord, slack }),
    previewDigest: createDigestPreviews({ stories, read: sharedReadings() }).preview,
    clock: { now: () => rig.now },
    log,
    ...(options.metrics && { metrics: options.metrics }),
    settings: options.settings ?? { proxies: 0 },
    rates: options.rates ?? UNHURRIED,
  });
  const server = await startHttpServer({ host: '127.0.0.1', port: 0 });
  server.mount(web.routes);
  server.complete();
  const stop = async () => {
    await web.stop();
    await server.stop();
  };
  return Object.assign(rig, { web, url: `http://127.0.0.1:${server.port}`, logged, stop });
}

/** A form as a browser sends it. */
export function post(
  rig: Pick<Rig, 'url'>,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${rig.url}/ask`, { method: 'POST', body: new URLSearchParams(fields), headers });
}

/** A page as a document. */
export async function documentOf(response: Response | Promise<Response>): Promise<Document> {
  return parseHTML(await (await response).text()).document as unknown as Document;
}

/** The page at a path. */
export function open({ url }: Pick<Rig, 'url'>, path: string): Promise<Document> {
  return documentOf(fetch(url + path));
}
