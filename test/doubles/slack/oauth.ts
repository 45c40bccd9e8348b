import type { DoubleState, Grant } from './double-state.ts';
import { type Arguments, type MethodResult, refuse, textOf } from './method.ts';

/**
 * docs.slack.dev/authentication/installing-with-oauth: the consent page, as if `user` pressed "Allow".
 * @returns the address Slack sends the browser back to, or the error its page would show
 */
export function consent(
  query: URLSearchParams,
  who: { readonly team: string; readonly user: string; readonly enterprise?: string },
  { grants, app }: DoubleState,
): string | { readonly error: string } {
  const redirect = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== app.clientId) return { error: 'invalid_client_id' };
  if (!URL.canParse(redirect)) return { error: 'bad_redirect_uri' };
  const code = grants.issue({ ...who, redirect, scopes: (query.get('scope') ?? '').split(',') });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', query.get('state') ?? '');
  return back.href;
}

/** `oauth.v2.access`: a code, once, or a refresh token, once, for a bot token. */
export function exchangeGrant(args: Arguments, state: DoubleState): MethodResult {
  const { app } = state;
  if (textOf(args, 'client_id') !== app.clientId) return refuse('invalid_client_id');
  if (textOf(args, 'client_secret') !== app.clientSecret) return refuse('bad_client_secret');
  if (textOf(args, 'grant_type') === 'refresh_token') {
    const refreshed = state.refreshTokens.use(textOf(args, 'refresh_token'));
    if ('refused' in refreshed) return refuse('invalid_refresh_token');
    return { ...issueToken(refreshed.meaning, state), token_type: 'bot' };
  }
  const grant = state.grants.use(textOf(args, 'code'));
  if ('refused' in grant) return refuse(grant.refused === 'used' ? 'code_already_used' : 'invalid_code');
  if (grant.meaning.redirect !== textOf(args, 'redirect_uri')) return refuse('bad_redirect_uri');
  return issueToken(grant.meaning, state);
}

function issueToken(grant: Omit<Grant, 'redirect'>, state: DoubleState): MethodResult {
  const { workspace, credentials, refreshTokens, clock, rotation } = state;
  const { team, enterprise, user, scopes } = grant;
  const botUser = botUserOf(grant, state);
  const token = credentials.addBot({
    token: rotation === undefined ? workspace.id('xoxb-') : workspace.id('xoxe.xoxb-1-'),
    team: enterprise ? '' : team,
    ...(enterprise && { enterprise }),
    botUser,
    botId: `B-${botUser}`,
    scopes: new Set(scopes),
    ...(rotation !== undefined && { expiresAt: clock.now() + rotation * 1000 }),
  });
  return {
    ok: true,
    app_id: state.app.id,
    authed_user: { id: user },
    scope: scopes.join(','),
    token_type: 'bot',
    access_token: token.token,
    bot_user_id: botUser,
    team: enterprise ? null : { id: team, name: workspace.teams.get(team)?.name ?? '' },
    enterprise: enterprise ? { id: enterprise, name: 'Enterprise' } : null,
    is_enterprise_install: enterprise !== undefined,
    ...(rotation !== undefined && { refresh_token: refreshTokens.issue(grant), expires_in: rotation }),
  };
}

function botUserOf({ team, enterprise }: Omit<Grant, 'redirect'>, { workspace }: DoubleState): string {
  const home = enterprise ?? team;
  const id = `UBOT-${home}`;
  if (!workspace.users.has(id)) workspace.users.set(id, { id, team, name: 'backstory', bot: true });
  return id;
}
