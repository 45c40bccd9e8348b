/** How the bot reaches Slack, and whom it is installed for. */
export type SlackSettings = { readonly kind: 'off' } | SlackOn;

export interface SlackOn {
  readonly kind: 'on';
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly install:
    | { readonly kind: 'token'; readonly botToken: string }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        /** The current one first, then the one it replaced. */
        readonly secrets: readonly [string, ...string[]];
        readonly publicUrl: string;
      };
  /** Of Slack's Web API, with a slash at its end; GovSlack and tests have another. */
  readonly apiUrl?: string;
  readonly authorizeUrl?: string;
  /** Only admins may be the first to choose something for a channel. */
  readonly adminsOnly: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Shorter secrets can be guessed. */
const SHORTEST_SECRET = 32;

/** Slack's settings from the environment, or every problem with them, each with how to mend it. */
export function readSlackSettings(
  env: Environment,
): SlackSettings | { readonly problems: readonly string[] } {
  const get = (name: string) => env[name]?.trim() || undefined;
  const given = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'].filter(get);
  if (given.length === 0) return { kind: 'off' };
  const problems: string[] = [];
  const transport = readTransport(get, problems);
  const install = get('SLACK_CLIENT_ID') ? readOauth(get, problems) : readToken(get, problems);
  const apiUrl = readUrl('SLACK_API_URL', get, problems);
  const authorizeUrl = readUrl('SLACK_AUTHORIZE_URL', get, problems);
  if (!transport || !install || problems.length > 0) return { problems };
  return {
    kind: 'on',
    transport,
    install,
    adminsOnly: get('SLACK_DIGEST_ADMINS_ONLY') === 'true',
    ...(apiUrl !== undefined && { apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    ...(authorizeUrl !== undefined && { authorizeUrl }),
  };
}

type Get = (name: string) => string | undefined;

function readTransport(get: Get, problems: string[]): SlackOn['transport'] | undefined {
  const appToken = get('SLACK_APP_TOKEN');
  const signingSecret = get('SLACK_SIGNING_SECRET');
  if (appToken !== undefined) {
    if (appToken.startsWith('xapp-')) return { kind: 'socket', appToken };
    problems.push('SLACK_APP_TOKEN must be an app-level token, which begins with xapp-');
    return undefined;
  }
  if (signingSecret !== undefined) return { kind: 'http', signingSecret };
  problems.push(
    'Slack needs SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET (HTTP)',
  );
  return undefined;
}

function readToken(get: Get, problems: string[]): SlackOn['install'] | undefined {
  const botToken = get('SLACK_BOT_TOKEN');
  if (botToken === undefined) {
    problems.push('Slack needs SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many, by OAuth)');
  } else if (botToken.startsWith('xoxe.')) {
    problems.push(
      'SLACK_BOT_TOKEN is a rotated token that ends in hours: switch token rotation off, or install by OAuth',
    );
  } else if (!botToken.startsWith('xoxb-')) {
    problems.push('SLACK_BOT_TOKEN must be a bot token, which begins with xoxb-');
  } else {
    return { kind: 'token', botToken };
  }
  return undefined;
}

function readOauth(get: Get, problems: string[]): SlackOn['install'] | undefined {
  const clientId = get('SLACK_CLIENT_ID') ?? '';
  const clientSecret = get('SLACK_CLIENT_SECRET');
  const secret = get('BACKSTORY_SECRET');
  const publicUrl = readUrl('PUBLIC_URL', get, problems);
  const count = problems.length;
  if (get('SLACK_BOT_TOKEN')) {
    problems.push('set SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many), not both');
  }
  if (clientSecret === undefined) problems.push('SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET');
  if (publicUrl === undefined) {
    problems.push('SLACK_CLIENT_ID needs PUBLIC_URL, the https address people install the app at');
  }
  if (secret === undefined || secret.length < SHORTEST_SECRET) {
    problems.push(
      `SLACK_CLIENT_ID needs BACKSTORY_SECRET of at least ${SHORTEST_SECRET} characters, which seals the tokens: openssl rand -hex 32`,
    );
  }
  if (problems.length > count || !clientSecret || !publicUrl || !secret) return undefined;
  const previous = get('BACKSTORY_SECRET_PREVIOUS');
  const secrets = [secret, ...(previous === undefined ? [] : [previous])] as const;
  return { kind: 'oauth', clientId, clientSecret, secrets, publicUrl };
}

function readUrl(name: string, get: Get, problems: string[]): string | undefined {
  const value = get(name);
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:/.test(value)) return value;
  problems.push(`${name} must be an address that begins with https://`);
  return undefined;
}
