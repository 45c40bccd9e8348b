import { Hono } from 'hono';
import type { Routes } from './http-server.ts';
import type { Readiness } from './readiness.ts';

/**
 * The addresses for whoever watches over the service. `/healthz`: the process lives. `/readyz`: whether work
 * may be sent here, 503 when not, with every part's state.
 */
export function watchRoutes({ readiness }: { readonly readiness: Readiness }): Routes {
  const app: Routes = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.get('/readyz', (context) => {
    const report = readiness.report();
    return context.json(report, report.ready ? 200 : 503);
  });
  return app;
}
