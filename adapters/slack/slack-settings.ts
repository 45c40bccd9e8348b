import { z } from 'zod';
import { publicAddress, serverAddress } from '../../src/ops/address-settings.ts';
import { type ReadEach, readEach } from '../../src/ops/read-each.ts';

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

const secret = z
  .string()
  .min(
    SHORTEST_SECRET,
    `must be at least ${SHORTEST_SECRET} characters, for it seals the tokens: openssl rand -hex 32`,
  );

const SCHEMA = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .refine(
      (token) => !token.startsWith('xoxe.'),
      'is a rotated token that ends in hours: switch token rotation off, or install by OAuth',
    )
    .refine(
      (token) => token.startsWith('xoxb-') || token.startsWith('xoxe.'),
      'must be a bot token, which begins with xoxb-',
    )
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', 'must be an app-level token, which begins with xapp-')
    .optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  BACKSTORY_SECRET: secret.optional(),
  BACKSTORY_SECRET_PREVIOUS: secret.optional(),
  PUBLIC_URL: publicAddress.optional(),
  SLACK_API_URL: serverAddress.optional(),
  SLACK_AUTHORIZE_URL: serverAddress.optional(),
  SLACK_DIGEST_ADMINS_ONLY: z.enum(['true', 'false'], 'must be true or false').optional(),
});

/** Each of these switches Slack on. */
const SWITCHES = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_CLIENT_ID'] as const;

type Read = ReadEach<z.output<typeof SCHEMA>>;
type Name = keyof typeof SCHEMA.shape;

/**
 * Slack's settings from the environment, or every problem with them, each with how to mend it. Each is judged as
 * it is, also while Slack is off; what one needs of another, when it is on.
 */
export function readSlackSettings(
  env: Environment,
): SlackSettings | { readonly problems: readonly string[] } {
  const read = readEach(SCHEMA, env);
  const isOn = SWITCHES.some((name) => isSet(read, name));
  const problems = [...read.problems, ...(isOn ? missing(read) : [])];
  if (problems.length > 0) return { problems };
  const { values } = read;
  const [transport, install] = [transportOf(values), installOf(values)];
  if (!isOn || !transport || !install) return { kind: 'off' };
  const { SLACK_API_URL: apiUrl, SLACK_AUTHORIZE_URL: authorizeUrl } = values;
  return {
    kind: 'on',
    transport,
    install,
    adminsOnly: values.SLACK_DIGEST_ADMINS_ONLY === 'true',
    ...(apiUrl !== undefined && { apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    ...(authorizeUrl !== undefined && { authorizeUrl }),
  };
}

/** Whether it is set, if to something that cannot be used: then it is not missing. */
function isSet({ values, unusable }: Read, name: Name): boolean {
  return values[name] !== undefined || unusable.has(name);
}

/** What Slack lacks to be on, or has too much of. */
function missing(read: Read): readonly string[] {
  const has = (name: Name) => isSet(read, name);
  const byOauth = has('SLACK_CLIENT_ID');
  const rules: readonly (readonly [broken: boolean, words: string])[] = [
    [
      !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET'),
      'Slack needs SLACK_APP_TOKEN (Socket Mode, no public address needed) or SLACK_SIGNING_SECRET (HTTP)',
    ],
    [
      !byOauth && !has('SLACK_BOT_TOKEN'),
      'Slack needs SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many, by OAuth)',
    ],
    [
      byOauth && has('SLACK_BOT_TOKEN'),
      'set SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID (many), not both',
    ],
    [byOauth && !has('SLACK_CLIENT_SECRET'), 'SLACK_CLIENT_ID needs SLACK_CLIENT_SECRET'],
    [
      byOauth && !has('PUBLIC_URL'),
      'SLACK_CLIENT_ID needs PUBLIC_URL, the https address people install the app at',
    ],
    [
      byOauth && !has('BACKSTORY_SECRET'),
      `SLACK_CLIENT_ID needs BACKSTORY_SECRET of at least ${SHORTEST_SECRET} characters, which seals the tokens: openssl rand -hex 32`,
    ],
  ];
  return rules.flatMap(([broken, words]) => (broken ? [words] : []));
}

function transportOf({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
}: Read['values']): SlackOn['transport'] | undefined {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  return signingSecret === undefined ? undefined : { kind: 'http', signingSecret };
}

function installOf(values: Read['values']): SlackOn['install'] | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId } = values;
  if (clientId === undefined) return botToken === undefined ? undefined : { kind: 'token', botToken };
  const { SLACK_CLIENT_SECRET: clientSecret, BACKSTORY_SECRET: current, PUBLIC_URL: publicUrl } = values;
  if (!clientSecret || !current || !publicUrl) return undefined;
  const previous = values.BACKSTORY_SECRET_PREVIOUS;
  const secrets = [current, ...(previous === undefined ? [] : [previous])] as const;
  return { kind: 'oauth', clientId, clientSecret, secrets, publicUrl };
}
