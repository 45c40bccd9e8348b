import type { BotToken } from './credentials.ts';
import type { DoubleState } from './double-state.ts';
import { type Arguments, type Method, type MethodResult, refuse, textOf } from './method.ts';
import { exchangeGrant } from './oauth.ts';

/** The methods a bot needs besides talking: who am I, who are you, install. */
export const otherMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['auth.test', { auth: 'bot', arguments: [], run: authTest }],
  ['users.info', { auth: 'bot', scope: 'users:read', arguments: ['user', 'include_locale'], run: userInfo }],
  [
    'oauth.v2.access',
    {
      auth: 'none',
      arguments: ['client_id', 'client_secret', 'code', 'redirect_uri', 'grant_type', 'refresh_token'],
      run: exchangeGrant,
    },
  ],
]);

function authTest(_args: Arguments, token: BotToken, { workspace }: DoubleState): MethodResult {
  const team = workspace.teams.get(token.team);
  return {
    ok: true,
    url: 'https://team.slack.test/',
    team: team?.name ?? '',
    team_id: token.team || token.enterprise,
    user: 'backstory',
    user_id: token.botUser,
    bot_id: token.botId,
    is_enterprise_install: token.team === '',
  };
}

function userInfo(args: Arguments, token: BotToken, { workspace }: DoubleState): MethodResult {
  const user = workspace.users.get(textOf(args, 'user'));
  if (!user || (token.team !== '' && user.team !== token.team)) return refuse('user_not_found');
  return {
    ok: true,
    user: {
      id: user.id,
      team_id: user.team,
      name: user.name,
      is_admin: user.admin === true || user.owner === true,
      is_owner: user.owner === true,
      is_bot: user.bot === true,
      is_restricted: user.guest === true,
      is_ultra_restricted: false,
      tz: user.timeZone ?? 'Europe/Amsterdam',
      ...(user.locale && { locale: user.locale }),
    },
  };
}
