import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Chat } from '../../src/chat/chat.ts';
import type { PreviewDigest } from '../../src/chat/digest-preview.ts';
import type { Previews } from '../../src/chat/platform-preview.ts';
import type { StoryPages } from '../../src/chat/story-pages.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Log } from '../../src/ops/log.ts';
import type { Metrics } from '../../src/ops/metrics.ts';
import type { Answerer } from './answerer.ts';
import type { Assets } from './assets.ts';
import type { RATES } from './limits.ts';
import type { WebSettings } from './settings.ts';
import type { Talks } from './talks.ts';

/** What the routes work with. */
export interface WebParts {
  readonly chat: Chat;
  readonly pages: StoryPages;
  /** Makes what the platforms would be sent; loaded when it is first wanted. */
  readonly previews: () => Promise<Previews>;
  readonly previewDigest: PreviewDigest;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly settings: WebSettings;
  readonly rates: typeof RATES;
  readonly assets: Assets;
  readonly talks: Talks;
  readonly answerer: Answerer;
  /** Whether no more questions are taken. */
  readonly isStopping: () => boolean;
}

/** A request to one of our pages. */
export type WebContext = Context<{ Bindings: HttpBindings }>;
