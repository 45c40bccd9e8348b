import { z } from 'zod';

/** What the operator set, read once from the environment. */
export interface Settings {
  /** The folder of stories, as set; `undefined`: the one that came with the program. */
  readonly storiesFolder: string | undefined;
  /** The names of the platform tokens that are set, for deciding what to start; never their values. */
  readonly tokensSet: readonly string[];
  /** Where the service's own server listens. */
  readonly http: HttpSettings;
}

export interface HttpSettings {
  readonly host: string;
  readonly port: number;
  /** Whether the operator said which port: then no other will do. */
  readonly isSet: boolean;
}

/** Settings, or what is wrong with each setting that cannot be used, one line a setting. */
export type ReadSettings = { readonly settings: Settings } | { readonly problems: readonly string[] };

/** The settings that each switch a platform on. What they have to look like is the platform's to say. */
const TOKENS = ['DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_ID'] as const;

/** An empty setting is one that is not set: `.env` files are full of them. */
const optional = (schema: z.ZodString) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const word = z.string().regex(/^\S+$/, 'must have no spaces in it');

const SCHEMA = z.object({
  STORIES_DIR: optional(z.string()),
  BACKSTORY_HOST: optional(word),
  BACKSTORY_PORT: optional(z.string().regex(/^\d{1,5}$/, 'must be a port number')),
});

/** Only this machine is listened to unless the operator says otherwise. */
const DEFAULT_HTTP = { host: '127.0.0.1', port: 3000 };

/** Reads the settings from an environment. Problems name the setting and never show its value. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): ReadSettings {
  const parsed = SCHEMA.safeParse(env);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  }
  const { data } = parsed;
  return {
    settings: {
      storiesFolder: data.STORIES_DIR,
      tokensSet: TOKENS.filter((name) => (env[name] ?? '').trim() !== ''),
      http: {
        host: data.BACKSTORY_HOST ?? DEFAULT_HTTP.host,
        port: Number(data.BACKSTORY_PORT ?? DEFAULT_HTTP.port),
        isSet: data.BACKSTORY_PORT !== undefined,
      },
    },
  };
}
