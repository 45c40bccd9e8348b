import { z } from 'zod';
import { publicAddress } from './address-settings.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { readEach } from './read-each.ts';

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

/** Settings, or everything that keeps them from being used, one line each. */
export type ReadSettings = { readonly settings: Settings } | { readonly problems: readonly string[] };

/** The settings that each switch a platform on. What they have to look like is the platform's to say. */
const TOKENS = ['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_ID'] as const;

const word = z.string().regex(/^\S+$/, 'must have no spaces in it');
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, such as 3000')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number, at most 65535');

const HOURS = 'must be a number of hours from 0 to 168, such as 6';

const SCHEMA = z.object({
  BACKSTORY_DATA: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(?:ql)?:\/\/\S+$/,
      'must be an address such as postgres://user:password@host:5432/backstory',
    )
    .optional(),
  BACKSTORY_HOST: word.optional(),
  BACKSTORY_PORT: port.optional(),
  BACKSTORY_OPS_PORT: port.optional(),
  PUBLIC_URL: publicAddress.optional(),
  DIGEST_CATCH_UP_HOURS: z
    .string()
    .regex(/^\d{1,3}(?:\.\d+)?$/, HOURS)
    .transform(Number)
    .refine((hours) => hours <= 168, HOURS)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
  LOG_QUESTIONS: z.enum(['true', 'false'], 'must be true or false').optional(),
  NODE_ENV: z.string().optional(),
});

const DEFAULT_CATCH_UP_HOURS = 6;

/** Only this machine is listened to unless the operator says otherwise. */
const DEFAULT_HTTP = { host: '127.0.0.1', port: 3000 };

/** By default it is a port nobody set. */
const SAME_PORT = `BACKSTORY_OPS_PORT must be another port than BACKSTORY_PORT, which is ${DEFAULT_HTTP.port} when it is not set`;

/** Reads the settings from an environment. Problems name the setting and never show its value. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): ReadSettings {
  const { values, problems: each, unusable } = readEach(SCHEMA, env);
  const httpPort = values.BACKSTORY_PORT ?? DEFAULT_HTTP.port;
  const opsPort = values.BACKSTORY_OPS_PORT;
  const isTaken = opsPort !== 0 && opsPort === httpPort && !unusable.has('BACKSTORY_PORT');
  const problems = isTaken ? [...each, SAME_PORT] : each;
  if (problems.length > 0) return { problems };
  return {
    settings: {
      tokensSet: TOKENS.filter((name) => (env[name] ?? '').trim() !== ''),
      http: {
        host: values.BACKSTORY_HOST ?? DEFAULT_HTTP.host,
        port: httpPort,
        isSet: values.BACKSTORY_PORT !== undefined,
      },
      opsPort,
      publicUrl: values.PUBLIC_URL,
      log: {
        level: values.LOG_LEVEL,
        questions: values.LOG_QUESTIONS === 'true',
        production: values.NODE_ENV === 'production',
      },
      data: { folder: values.BACKSTORY_DATA, databaseUrl: values.DATABASE_URL },
      digestCatchUp: (values.DIGEST_CATCH_UP_HOURS ?? DEFAULT_CATCH_UP_HOURS) * 3_600_000,
    },
  };
}
