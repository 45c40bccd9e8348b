import { hkdfSync } from 'node:crypto';
import type { Logger } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import type { WebClientOptions } from '@slack/web-api';
import type { Routes } from '../../../src/ops/http-server.ts';
import { SCOPES } from '../scopes.ts';
import type { SlackOn } from '../slack-settings.ts';
import { type Authorizer, installationAuthorizer, tokenAuthorizer } from './authorizer.ts';
import type { InstallationRows } from './installation-rows.ts';
import { oauthRoutes } from './oauth-routes.ts';
import { SealedInstallations } from './sealed-installations.ts';
import { Sealer } from './sealer.ts';

/** Whom the bot may speak for, and the pages where more workspaces install it. */
export interface Installing {
  readonly authorizer: Authorizer;
  readonly routes: readonly Routes[];
}

/** One workspace by its token, or any number by OAuth, as the settings say. */
export function prepareInstall(
  { install, authorizeUrl }: SlackOn,
  rows: InstallationRows,
  { clientOptions, logger }: { readonly clientOptions: WebClientOptions; readonly logger: Logger },
): Installing {
  if (install.kind === 'token') {
    return { authorizer: tokenAuthorizer(install.botToken, clientOptions), routes: [] };
  }
  const { clientId, clientSecret, secrets, publicUrl } = install;
  const installations = new SealedInstallations(rows, new Sealer(secrets));
  const installer = new InstallProvider({
    clientId,
    clientSecret,
    // Signs the state that comes back with the browser; the cookie it must match is set beside it.
    stateSecret: Buffer.from(hkdfSync('sha256', secrets[0], '', 'backstory slack state', 32)).toString('hex'),
    installationStore: installations,
    directInstall: true,
    logger,
    clientOptions,
    ...(authorizeUrl !== undefined && { authorizationUrl: authorizeUrl }),
  });
  return {
    authorizer: installationAuthorizer(installer, installations.members, clientOptions),
    routes: [oauthRoutes(installer, { scopes: SCOPES, publicUrl })],
  };
}
