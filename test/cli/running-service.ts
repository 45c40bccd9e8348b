import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type AdapterState, StartFailure } from '../../src/chat/adapter.ts';
import { createChat } from '../../src/chat/create-chat.ts';
import type { Platform, Platforms, StartPlatform } from '../../src/cli/platform.ts';
import { runService, type Service } from '../../src/cli/run-service.ts';
import { systemClock } from '../../src/ops/clock.ts';
import type { Routes } from '../../src/ops/http-server.ts';
import type { Log } from '../../src/ops/log.ts';
import { noMetrics } from '../../src/ops/metrics.ts';
import { createPrometheus } from '../../src/ops/prometheus.ts';
import { Readiness } from '../../src/ops/readiness.ts';
import { BRIDGE, shelfWith } from '../support/stories.ts';

/** A platform that is as the test says. */
export class Fake {
  state: AdapterState = { kind: 'up' };
  stopped = false;
  readonly start: StartPlatform;

  constructor(name: string, routes: readonly Routes[] = []) {
    this.start = async () => ({
      name,
      routes,
      state: () => this.state,
      stop: async () => {
        this.stopped = true;
      },
    });
  }
}

/** A platform that is switched on. */
export const on = (start: StartPlatform): Platform => ({
  settings: async () => ({ isOn: true }),
  load: async () => start,
});
/** A platform without its settings. */
export const off: Platform = {
  settings: async () => ({ isOn: false }),
  load: () => Promise.reject(new Error('its code is not needed')),
};
/** A platform that does not let us in. */
export const refused: StartPlatform = async () => {
  throw new StartFailure('OTHER_TOKEN is wrong: copy it again');
};

/** What a service is watched by. */
export const watchedBy = (readiness: Readiness) => ({ readiness, prometheus: createPrometheus(readiness) });

/** Runs the service until the work with it is done. */
export async function whileRunning(
  platforms: Platforms,
  work: (service: { url: string; watchUrl: string; logged: readonly string[] }) => Promise<void>,
  options: {
    readonly env?: Record<string, string>;
    readonly port?: number;
    readonly isSet?: boolean;
    readonly more?: Partial<Service>;
  } = {},
): Promise<void> {
  const stop = Promise.withResolvers<void>();
  const running = Promise.withResolvers<{ url: string; watchUrl: string }>();
  const logged: string[] = [];
  const note = (fields: object, message: string) => {
    logged.push(`${message} ${JSON.stringify(fields)}`);
    if (message !== 'running' || !('port' in fields) || !('watchPort' in fields)) return;
    const [url, watchUrl] = [fields.port, fields.watchPort].map((port) => `http://127.0.0.1:${port}`);
    running.resolve({ url: url ?? '', watchUrl: watchUrl ?? '' });
  };
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const service = runService({
    platforms,
    env: options.env ?? {},
    chat: createChat({ stories: shelfWith(BRIDGE) }),
    log,
    clock: systemClock,
    http: { host: '127.0.0.1', port: options.port ?? 0, isSet: options.isSet ?? true },
    metrics: noMetrics,
    watched: watchedBy(new Readiness()),
    stop: stop.promise,
    ...options.more,
  });
  service.catch(running.reject);
  await work({ ...(await running.promise), logged });
  stop.resolve();
  await service;
}

/** A port that something else listens on. */
export async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}
