import { z } from 'zod';

/** What the operator set for Discord. */
export interface DiscordSettings {
  /** Without one the adapter is off. */
  readonly token: string | undefined;
  /** Found from the token when not given. */
  readonly applicationId: string | undefined;
  /** For development: commands are registered in this server only, where they show at once. */
  readonly guildId: string | undefined;
  /** REST, without version: Discord's own, a proxy, or a test's. The gateway's address comes from it. */
  readonly apiUrl: string;
  /** The shards this process runs of `shardCount`; `auto`: as many as Discord recommends, all here. */
  readonly shards: 'auto' | readonly number[];
  readonly shardCount: 'auto' | number;
}

export type ReadDiscordSettings =
  | { readonly settings: DiscordSettings }
  /** One line a setting, naming it, never showing a value. */
  | { readonly problems: readonly string[] };

const DISCORD_API = 'https://discord.com/api';
const MOST_SHARDS = 10_000;

const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be an id: 17 to 20 digits, copied with “Copy ID”');

const SCHEMA = z.object({
  DISCORD_TOKEN: given(
    z
      .string()
      .regex(
        /^[\w-]+\.[\w-]+\.[\w-]+$/,
        'is not a bot token: three parts with dots between, from the Bot page of the developer portal',
      ),
  ),
  DISCORD_APPLICATION_ID: given(snowflake),
  DISCORD_GUILD_ID: given(snowflake),
  DISCORD_API_URL: given(
    z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' }),
  ),
  DISCORD_SHARDS: given(
    z
      .string()
      .regex(
        /^(?:auto|\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*)$/,
        'must be auto, or numbers and ranges such as 0-3 or 0,4-5',
      ),
  ),
  DISCORD_SHARD_COUNT: given(z.string().regex(/^(?:auto|[1-9]\d{0,4})$/, 'must be auto or a number from 1')),
});

/** Reads the settings from an environment; all problems at once. */
export function readDiscordSettings(env: Readonly<Record<string, string | undefined>>): ReadDiscordSettings {
  const parsed = SCHEMA.safeParse(env);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  }
  const { data } = parsed;
  const shardCount = numberOrAuto(data.DISCORD_SHARD_COUNT);
  const shards = shardList(data.DISCORD_SHARDS);
  const problem = shardProblem(shards, shardCount);
  if (problem !== undefined) return { problems: [problem] };
  return {
    settings: {
      token: data.DISCORD_TOKEN,
      applicationId: data.DISCORD_APPLICATION_ID,
      guildId: data.DISCORD_GUILD_ID,
      apiUrl: (data.DISCORD_API_URL ?? DISCORD_API).replace(/(?:\/v\d+)?\/*$/, ''),
      shards,
      shardCount,
    },
  };
}

function numberOrAuto(text: string | undefined): 'auto' | number {
  return text === undefined || text === 'auto' ? 'auto' : Number(text);
}

function shardList(text: string | undefined): 'auto' | readonly number[] {
  if (text === undefined || text === 'auto') return 'auto';
  const ranges = text.split(',').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  });
  const shards = new Set<number>();
  for (const { from, to } of ranges) for (let id = from; id <= to && id < MOST_SHARDS; id++) shards.add(id);
  return [...shards].toSorted((a, b) => a - b);
}

function shardProblem(shards: 'auto' | readonly number[], count: 'auto' | number): string | undefined {
  if (shards === 'auto') return undefined;
  if (count === 'auto')
    return 'DISCORD_SHARD_COUNT must be set when DISCORD_SHARDS is: how many shards there are in all';
  if (shards.length === 0 || shards.some((id) => id >= count)) {
    return 'DISCORD_SHARDS must name shards from 0 to one less than DISCORD_SHARD_COUNT, a range from low to high';
  }
  return undefined;
}
