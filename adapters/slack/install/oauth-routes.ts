import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { InstallProvider } from '@slack/oauth';
import { type Context, Hono } from 'hono';

/** Where somebody begins to install the app, and where Slack sends them back. */
const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

type Served = Context<{ Bindings: HttpBindings }>;

/** The pages of installing by OAuth; Slack's own provider checks the state and stores the installation. */
export function oauthRoutes(
  installer: InstallProvider,
  options: { readonly scopes: readonly string[]; readonly publicUrl: string },
): Hono<{ Bindings: HttpBindings }> {
  const routes = new Hono<{ Bindings: HttpBindings }>();
  const install = {
    scopes: [...options.scopes],
    redirectUri: new URL(REDIRECT_PATH, options.publicUrl).href,
  };
  routes.get(INSTALL_PATH, (context) =>
    handOver(context, (request, response) => installer.handleInstallPath(request, response, {}, install)),
  );
  routes.get(REDIRECT_PATH, (context) =>
    handOver(context, (request, response) => installer.handleCallback(request, response)),
  );
  return routes;
}

/** The provider speaks node's HTTP, not the web's. */
async function handOver(
  context: Served,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Response> {
  const { incoming, outgoing } = context.env;
  if (!('headersDistinct' in incoming) || !('writeEarlyHints' in outgoing)) return context.body(null, 500);
  await handle(incoming as IncomingMessage, outgoing as ServerResponse);
  return RESPONSE_ALREADY_SENT;
}
