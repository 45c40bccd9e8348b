import type { Authorize, AuthorizeResult } from '@slack/bolt';
import type { InstallProvider } from '@slack/oauth';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { type Members, NO_MEMBERS } from './organisation-members.ts';

/** Where a message goes that no request of Slack's brought about: a digest, a notice. */
export interface Workspace {
  /** "" when only the organisation is known. */
  readonly team: string;
  readonly enterprise?: string;
}

/** The workspace of an id; where a payload named only the organisation it is that one's. */
export function workspaceCalled(id: string): Workspace {
  return id.startsWith('E') ? { team: '', enterprise: id } : { team: id };
}

/** Whom the bot is in a workspace. */
export interface Identity {
  readonly token: string;
  readonly botUser: string | undefined;
  /** Absent when Slack did not say. */
  readonly scopes: readonly string[] | undefined;
}

/** Finds the token of a workspace, and forgets it when it is good for nothing any more. */
export interface Authorizer {
  /** What Bolt asks before each request is handled. */
  readonly authorize: Authorize<boolean>;
  /**
   * A client with a token that is good now: rotated tokens are refreshed first, also when nothing came in
   * for longer than they live.
   * @throws when the app is not installed there
   */
  clientFor(workspace: Workspace): Promise<WebClient>;
  /**
   * The same token without a client, and what it may do.
   * @throws {NotInstalled} when the app is not installed there; whatever Slack's client does when it cannot be asked
   */
  identityFor(workspace: Workspace): Promise<Identity>;
  /** The workspace took the app, or its token, away. */
  forget(workspace: Workspace): Promise<void>;
  /** Who has the app by their organisation. */
  readonly members: Members;
}

/** One workspace, by the token in the settings. Who the token is for is asked once, and again after a failure. */
export function tokenAuthorizer(token: string, clientOptions: WebClientOptions): Authorizer {
  const client = new WebClient(token, clientOptions);
  let known: Promise<AuthorizeResult> | undefined;
  const identify = async (): Promise<AuthorizeResult> => {
    const { bot_id, user_id, team_id, response_metadata } = await client.auth.test();
    return {
      botToken: token,
      ...(bot_id && { botId: bot_id }),
      ...(user_id && { botUserId: user_id }),
      ...(team_id && { teamId: team_id }),
      scopes: response_metadata?.scopes,
    };
  };
  const authorize = async (): Promise<AuthorizeResult> => {
    known ??= identify();
    try {
      // Bolt writes into what it gets.
      return { ...(await known) };
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  return {
    authorize,
    identityFor: async () => identityOf(token, await authorize()),
    clientFor: async () => client,
    forget: async () => {},
    members: NO_MEMBERS,
  };
}

/** Many workspaces, by their installations. */
export function installationAuthorizer(
  installer: InstallProvider,
  members: Members,
  clientOptions: WebClientOptions,
): Authorizer {
  /** A refresh token works once: two requests at the same time must not both use it. */
  const underway = new Map<string, Promise<AuthorizeResult>>();
  const authorize: Authorize<boolean> = async (source) => {
    const key = `${source.isEnterpriseInstall}:${source.teamId ?? ''}:${source.enterpriseId ?? ''}`;
    const running = underway.get(key) ?? installer.authorize(source);
    underway.set(key, running);
    try {
      return { ...(await running) };
    } finally {
      underway.delete(key);
    }
  };
  return {
    authorize,
    identityFor: async (workspace) => {
      const known = await authorize(sourceOf(workspace));
      return identityOf(known.botToken ?? '', known);
    },
    clientFor: async ({ team, enterprise }) => {
      const { botToken } = await authorize(sourceOf({ team, ...(enterprise && { enterprise }) }));
      return new WebClient(botToken, { ...clientOptions, ...(team && { teamId: team }) });
    },
    forget: async ({ team, enterprise }) => {
      const query = sourceOf({ team, ...(enterprise && { enterprise }) });
      await installer.installationStore.deleteInstallation?.(query);
    },
    members,
  };
}

function identityOf(token: string, { botUserId, scopes }: AuthorizeResult): Identity {
  const granted = Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : undefined;
  return { token, botUser: botUserId, scopes: granted };
}

function sourceOf({ team, enterprise }: Workspace) {
  return {
    teamId: team || undefined,
    enterpriseId: enterprise,
    isEnterpriseInstall: team === '',
  };
}
