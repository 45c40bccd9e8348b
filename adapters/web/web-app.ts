import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { Routes } from '../../src/ops/http-server.ts';
import { countRefusals } from './count-refusals.ts';
import { limitBody, limitRates, takeOwnForms } from './guards.ts';
import { sendPacked } from './packed.ts';
import { askRoutes } from './routes/ask-routes.ts';
import { homeRoutes } from './routes/home-routes.ts';
import { previewRoutes } from './routes/preview-routes.ts';
import { storyRoutes } from './routes/story-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { sendNotFound } from './send.ts';
import { sendBroken } from './send-broken.ts';
import { tidyAddress } from './tidy-address.ts';
import type { WebParts } from './web-parts.ts';

/** Other adapters have routes on the same server: the page's guards stand before its own paths only. */
const PAGES = ['/', '/stories/*', '/ask', '/preview/*'];
const FORMS = ['/ask', '/preview'];

/** Every page and what guards it. A reader at an address that no route of the server knows is told in words. */
export function webApp(parts: WebParts): Routes {
  const app: Routes = new Hono<{ Bindings: HttpBindings }>();
  const { assets } = parts;
  app.onError((fault, context) => sendBroken(context, parts, fault));
  app.use('*', async (context, next) => {
    const tidy = tidyAddress(context);
    return tidy === undefined ? next() : context.redirect(tidy, 301);
  });
  const secure = securityHeaders();
  for (const path of ['/assets/*', ...PAGES]) app.use(path, secure);
  app.get('/assets/:name', (context) => {
    const file = assets.file(context.req.param('name'));
    if (file === undefined) return sendNotFound(context, parts);
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return sendPacked(context, file);
  });
  const [refusals, rates] = [countRefusals(parts), limitRates(parts)];
  for (const path of PAGES) app.use(path, refusals, etag(), rates);
  for (const path of FORMS) app.post(path, takeOwnForms(parts), limitBody(parts));
  homeRoutes(app, parts);
  storyRoutes(app, parts);
  askRoutes(app, parts);
  previewRoutes(app, parts);
  app.use('*', async (context, next) => {
    await next();
    const isReader = context.req.header('accept')?.includes('text/html') === true;
    if (context.res.status !== 404 || !isReader) return;
    await secure(context, async () => {
      context.res = await sendNotFound(context, parts);
    });
  });
  return app;
}
