import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import { clockFindings } from '../../../src/ops/clock-skew.ts';
import type { Finding } from '../../../src/ops/finding.ts';
import { silentLog } from '../../../src/ops/log.ts';
import { boltLogger } from '../bolt-logger.ts';
import { SCOPES } from '../scopes.ts';
import { readSlackSettings, type SlackOn } from '../slack-settings.ts';

/** Milliseconds for one request. */
const PATIENCE = 10_000;
/** Whoever may see so much of a channel could read along: the bot never needs it. */
const READS_CHANNELS = ['channels:history', 'groups:history', 'mpim:history'];

/** Looks at everything about Slack that can be wrong before somebody meets it; sends nothing, changes nothing. */
export async function checkSlack(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Finding[]> {
  const settings = readSlackSettings(env);
  if ('problems' in settings) return settings.problems.map(problem);
  if (settings.kind === 'off') return [fine('Slack is off: no SLACK_BOT_TOKEN or SLACK_CLIENT_ID is set')];
  return [...(await checkInstall(settings)), ...(await checkTransport(settings))];
}

async function checkInstall(settings: SlackOn): Promise<Finding[]> {
  const { install } = settings;
  if (install.kind === 'oauth') {
    return [
      fine(`Slack: workspaces install the app at ${install.publicUrl}/slack/install`),
      ...(install.publicUrl.startsWith('https:')
        ? []
        : [problem('PUBLIC_URL must begin with https://: Slack sends nobody to another address')]),
    ];
  }
  let date: string | null = null;
  const client = clientFor(settings, install.botToken, (response) => {
    date = response.headers.get('date');
  });
  try {
    const { team, user, is_enterprise_install, response_metadata } = await client.auth.test();
    const place = is_enterprise_install ? 'the organisation' : 'the workspace';
    return [
      fine(`Slack accepts SLACK_BOT_TOKEN: it is @${user} in ${place} ${team}`),
      ...checkScopes(response_metadata?.scopes),
      ...clockFindings('Slack', date, Date.now()),
    ];
  } catch (error) {
    return [
      problem(
        error instanceof WebAPIPlatformError
          ? `Slack refuses SLACK_BOT_TOKEN (${error.data.error}): copy the bot token from the app’s page “OAuth & Permissions”`
          : unreachable(error),
      ),
    ];
  }
}

function checkScopes(granted: readonly string[] | undefined): Finding[] {
  if (granted === undefined) return [];
  const missing = SCOPES.filter((scope) => !granted.includes(scope));
  const wide = READS_CHANNELS.filter((scope) => granted.includes(scope));
  return [
    missing.length > 0
      ? warning(
          `the Slack app lacks the scopes ${missing.join(', ')}: add them under “OAuth & Permissions” and install the app again`,
        )
      : fine('the Slack app has every scope it needs'),
    ...(wide.length > 0
      ? [
          warning(
            `the Slack app may read channels (${wide.join(', ')}): good for settling whether a digest arrived, and for nothing else`,
          ),
        ]
      : []),
  ];
}

async function checkTransport(settings: SlackOn): Promise<Finding[]> {
  const { transport } = settings;
  if (transport.kind === 'http') {
    return [
      fine(
        'Slack reaches the bot over HTTP: the app’s Request URL is PUBLIC_URL/slack/events for events, commands and interactivity',
      ),
    ];
  }
  try {
    await clientFor(settings, transport.appToken).apps.connections.open({});
    return [fine('Slack accepts SLACK_APP_TOKEN: Socket Mode is on')];
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) return [problem(unreachable(error))];
    const { error: code } = error.data;
    return [
      problem(
        code === 'missing_scope'
          ? 'SLACK_APP_TOKEN lacks the scope connections:write: make another under “Basic Information”, App-Level Tokens'
          : `Slack refuses SLACK_APP_TOKEN (${code}): copy an app-level token with connections:write from “Basic Information”, and switch Socket Mode on`,
      ),
    ];
  }
}

function clientFor(
  { apiUrl }: SlackOn,
  token: string,
  onResponse: (response: Response) => void = () => {},
): WebClient {
  return new WebClient(token, {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE,
    logger: boltLogger(silentLog),
    ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
    async fetch(...request) {
      const response = await globalThis.fetch(...request);
      onResponse(response);
      return response;
    },
  });
}

function unreachable(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `Slack could not be asked: ${reason}; see whether this machine may reach slack.com on port 443`;
}

function fine(what: string): Finding {
  return { level: 'fine', what };
}

function warning(what: string): Finding {
  return { level: 'warning', what };
}

function problem(what: string): Finding {
  return { level: 'problem', what };
}
