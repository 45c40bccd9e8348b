import { Hono } from 'hono';
import type { Routes } from './http-server.ts';
import type { Prometheus } from './prometheus.ts';
import type { Readiness } from './readiness.ts';

/** `/healthz`: the process lives. It says nothing else, so that anybody may see it. */
export function healthRoutes(): Routes {
  const app: Routes = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  return app;
}

/** What a service is watched by. */
export interface Watched {
  readonly readiness: Readiness;
  readonly prometheus: Pick<Prometheus, 'contentType' | 'text'>;
}

/**
 * The addresses for whoever watches over the service. `/readyz`: whether work may be sent here, 503 when not,
 * with every part's state. `/metrics`: what Prometheus fetches.
 */
export function watchRoutes({ readiness, prometheus }: Watched): Routes {
  const app: Routes = new Hono();
  app.get('/readyz', (context) => {
    const report = readiness.report();
    return context.json(report, report.ready ? 200 : 503);
  });
  app.get('/metrics', async (context) =>
    context.body(await prometheus.text(), 200, { 'content-type': prometheus.contentType }),
  );
  return app;
}
