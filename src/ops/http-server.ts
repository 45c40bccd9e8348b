import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';

/** Routes that an adapter brings: they are served as they are. */
export type Routes = Hono<{ Bindings: HttpBindings }>;

/** How a part of the service is: `off`, `connecting`, `up`, `degraded` or `failed`, with the reason for those. */
export interface PartState {
  readonly kind: string;
  readonly reason?: string;
}

export interface HttpServerOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** The parts that readiness is judged by, by name. */
  readonly parts: () => ReadonlyMap<string, PartState>;
  readonly routes: readonly Routes[];
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more connections and resolves when those there are have had their answers, or some seconds to. */
  stop(): Promise<void>;
}

/**
 * The service's server: what adapters bring, and two addresses for whoever watches over it. `/healthz`: the
 * process lives. `/readyz`: every part's state; 503 while one is still connecting, and when all have failed:
 * one platform's failure does not take the others out of service.
 * @throws the socket's error when the port is taken
 */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', (context) => {
    const parts = options.parts();
    const ready = isReady([...parts.values()]);
    return context.json({ ready, parts: Object.fromEntries(parts) }, ready ? 200 : 503);
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
        const hurry = setTimeout(() => closeAll(server), GRACE);
        server.close(() => {
          clearTimeout(hurry);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

/** Milliseconds for requests underway when the service stops. */
const GRACE = 3000;

function closeAll(server: ServerType): void {
  if ('closeAllConnections' in server) server.closeAllConnections();
}

function isReady(parts: readonly PartState[]): boolean {
  const used = parts.filter(({ kind }) => kind !== 'off');
  const works = used.length === 0 || used.some(({ kind }) => kind !== 'failed');
  return works && used.every(({ kind }) => kind !== 'connecting');
}
