import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { underNewRequestId } from './request-id.ts';

/** Routes that a part of the service brings: they are served as they are. */
export type Routes = Hono<{ Bindings: HttpBindings }>;

export interface HttpServer {
  readonly port: number;
  /** Serves these as well, from now on. */
  mount(routes: readonly Routes[]): void;
  /** Says that everything is mounted: until then an unknown address is one that may yet come, a 503. */
  complete(): void;
  /** Takes no more connections and resolves when those there are have had their answers, or some seconds to. */
  stop(): Promise<void>;
}

/** Milliseconds for requests underway when the service stops. */
const GRACE = 3000;
/** Milliseconds that a request may take to arrive: a slow one holds a connection of everybody's. */
const ARRIVAL = 30_000;

/**
 * Listens at once, before there is anything to serve: a taken port is known before any platform is told that
 * the bot is there.
 * @param at port 0 is any free one
 * @throws the socket's error when the port is taken or the address is not this machine's
 */
export async function startHttpServer(at: {
  readonly host: string;
  readonly port: number;
}): Promise<HttpServer> {
  const mounted: Routes[] = [];
  let isComplete = false;
  let app = appOf(mounted, isComplete);
  const server = createAdaptorServer({
    fetch: (request, bindings) => underNewRequestId(() => app.fetch(request, bindings as HttpBindings)),
    serverOptions: { requestTimeout: ARRIVAL },
  });
  await listening(server, at);
  return {
    port: (server.address() as AddressInfo).port,
    mount(routes) {
      mounted.push(...routes);
      app = appOf(mounted, isComplete);
    },
    complete() {
      isComplete = true;
      app = appOf(mounted, isComplete);
    },
    stop: () => stopped(server),
  };
}

/** Hono takes no more routes once it has served a request: what is added makes another. */
function appOf(mounted: readonly Routes[], isComplete: boolean): Routes {
  const app: Routes = new Hono();
  for (const routes of mounted) app.route('/', routes);
  if (!isComplete) app.notFound((context) => context.text('starting', 503, { 'retry-after': '2' }));
  return app;
}

function listening(server: ServerType, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stopped(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const hurry = setTimeout(() => closeAll(server), GRACE);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

function closeAll(server: ServerType): void {
  if ('closeAllConnections' in server) server.closeAllConnections();
}
