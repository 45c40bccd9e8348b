import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Adapter, AdapterState } from '../chat/adapter.ts';

/** Routes that an adapter brings: they are served as they are. */
export type Routes = Hono<{ Bindings: HttpBindings }>;

export interface HttpServerOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly adapters: () => readonly Adapter[];
  readonly routes: readonly Routes[];
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more connections and resolves when those there are have had their answers. */
  stop(): Promise<void>;
}

/**
 * The service's server: what adapters bring, and two addresses for whoever watches over it. `/healthz`: the
 * process lives. `/readyz`: every adapter's state, 503 while one of those switched on cannot work.
 * @throws the socket's error when the port is taken
 */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', (context) => {
    const states = options.adapters().map((adapter) => [adapter.name, adapter.state()] as const);
    const ready = states.every(([, state]) => isReady(state));
    return context.json({ ready, adapters: Object.fromEntries(states) }, ready ? 200 : 503);
  });
  for (const routes of options.routes) app.route('/', routes);
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

/** An adapter that is off is nobody's concern; one that works in part still works. */
function isReady({ kind }: AdapterState): boolean {
  return kind === 'off' || kind === 'up' || kind === 'degraded';
}
