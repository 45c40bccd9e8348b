import { z } from 'zod';
import { LOG_LEVELS, type LogLevel } from './log.ts';

/** What the operator set, read once from the environment. */
export interface Settings {
  /** The names of the platform tokens that are set, for deciding what to start; never their values. */
  readonly tokensSet: readonly string[];
  /** Where the service's own server listens. */
  readonly http: HttpSettings;
  /** The port on which the service is watched; `undefined`: on its only one. */
  readonly opsPort: number | undefined;
  /** The address people outside reach the server at, without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly log: LogSettings;
  readonly data: DataSettings;
  /** How long after its time a digest is still sent when the service was down, in milliseconds. */
  readonly digestCatchUp: number;
}

/** Where the service keeps its data. */
export interface DataSettings {
  /** The folder, as set; `undefined`: `data` beside package.json. */
  readonly folder: string | undefined;
  /** A PostgreSQL server instead of the folder. */
  readonly databaseUrl: string | undefined;
}

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  /** Whether the operator said which port: then no other will do. */
  readonly isSet: boolean;
}

export interface LogSettings {
  readonly level: LogLevel | undefined;
  /** Whether what people ask may be logged. */
  readonly questions: boolean;
  /** Lines for programs, also at a terminal. */
  readonly production: boolean;
}

/** Settings, or what is wrong with each setting that cannot be used, one line a setting. */
export type ReadSettings = { readonly settings: Settings } | { readonly problems: readonly string[] };

/** The settings that each switch a platform on. What they have to look like is the platform's to say. */
const TOKENS = ['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_ID'] as const;

/** An empty setting is one that is not set: `.env` files are full of them. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

const word = z.string().regex(/^\S+$/, 'must have no spaces in it');
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, such as 3000')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number, at most 65535');

const HOURS = 'must be a number of hours from 0 to 168, such as 6';

/** What is wrong with a PUBLIC_URL that cannot be used, whoever finds it. */
export const PUBLIC_URL_RULE =
  'must be an address that begins with https:// and has no path, such as https://bot.example.org';

const SCHEMA = z.object({
  BACKSTORY_DATA: optional(z.string()),
  DATABASE_URL: optional(
    z
      .string()
      .regex(
        /^postgres(?:ql)?:\/\/\S+$/,
        'must be an address such as postgres://user:password@host:5432/backstory',
      ),
  ),
  BACKSTORY_HOST: optional(word),
  BACKSTORY_PORT: optional(port),
  BACKSTORY_OPS_PORT: optional(port),
  PUBLIC_URL: optional(
    z
      .url({
        protocol: /^https?$/,
        error: PUBLIC_URL_RULE,
      })
      .transform((url) => url.replace(/\/+$/, '')),
  ),
  DIGEST_CATCH_UP_HOURS: optional(
    z
      .string()
      .regex(/^\d{1,3}(?:\.\d+)?$/, HOURS)
      .transform(Number)
      .refine((hours) => hours <= 168, HOURS),
  ),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)),
  LOG_QUESTIONS: optional(z.enum(['true', 'false'], 'must be true or false')),
  NODE_ENV: optional(z.string()),
});

const DEFAULT_CATCH_UP_HOURS = 6;

/** Only this machine is listened to unless the operator says otherwise. */
const DEFAULT_HTTP = { host: '127.0.0.1', port: 3000 };

/** Reads the settings from an environment. Problems name the setting and never show its value. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): ReadSettings {
  const parsed = SCHEMA.safeParse(env);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  }
  const { data } = parsed;
  const opsPort = data.BACKSTORY_OPS_PORT;
  const isTaken = opsPort !== undefined && opsPort !== 0 && opsPort === data.BACKSTORY_PORT;
  if (isTaken) return { problems: ['BACKSTORY_OPS_PORT must be another port than BACKSTORY_PORT'] };
  return {
    settings: {
      tokensSet: TOKENS.filter((name) => (env[name] ?? '').trim() !== ''),
      http: {
        host: data.BACKSTORY_HOST ?? DEFAULT_HTTP.host,
        port: data.BACKSTORY_PORT ?? DEFAULT_HTTP.port,
        isSet: data.BACKSTORY_PORT !== undefined,
      },
      opsPort,
      publicUrl: data.PUBLIC_URL,
      log: {
        level: data.LOG_LEVEL,
        questions: data.LOG_QUESTIONS === 'true',
        production: data.NODE_ENV === 'production',
      },
      data: { folder: data.BACKSTORY_DATA, databaseUrl: data.DATABASE_URL },
      digestCatchUp: (data.DIGEST_CATCH_UP_HOURS ?? DEFAULT_CATCH_UP_HOURS) * 3_600_000,
    },
  };
}
