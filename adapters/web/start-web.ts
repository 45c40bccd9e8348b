import type { Adapter, AdapterState } from '../../src/chat/adapter.ts';
import type { Chat } from '../../src/chat/chat.ts';
import type { PreviewDigest } from '../../src/chat/digest-preview.ts';
import type { Previews } from '../../src/chat/platform-preview.ts';
import type { StoryPages } from '../../src/chat/story-pages.ts';
import type { Clock } from '../../src/ops/clock.ts';
import type { Routes } from '../../src/ops/http-server.ts';
import type { Log } from '../../src/ops/log.ts';
import { type Metrics, noMetrics } from '../../src/ops/metrics.ts';
import { Answerer } from './answerer.ts';
import { loadAssets } from './assets.ts';
import { RATES } from './limits.ts';
import type { WebSettings } from './settings.ts';
import { Talks } from './talks.ts';
import { webApp } from './web-app.ts';
import type { WebParts } from './web-parts.ts';

export interface WebOptions {
  readonly chat: Chat;
  readonly pages: StoryPages;
  /** Loads what makes the platforms' messages, which only previews need. */
  readonly previews: () => Promise<Previews>;
  readonly previewDigest: PreviewDigest;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
  readonly settings: WebSettings;
  readonly rates?: WebParts['rates'];
}

export interface WebAdapter extends Adapter {
  readonly routes: readonly Routes[];
}

/** Starts the page; it is up as soon as the service's server serves its routes. */
export function startWeb(options: WebOptions): WebAdapter {
  let state: AdapterState = { kind: 'up' };
  const talks = new Talks();
  const answerer = new Answerer({ ...options, talks });
  const parts: WebParts = {
    ...options,
    metrics: options.metrics ?? noMetrics,
    rates: options.rates ?? RATES,
    assets: loadAssets(),
    talks,
    answerer,
    isStopping: () => state.kind === 'off',
  };
  return {
    name: 'web',
    routes: [webApp(parts)],
    state: () => state,
    async stop() {
      state = { kind: 'off' };
      await answerer.settled();
    },
  };
}
