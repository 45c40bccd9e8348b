import { z } from 'zod';
import { serverAddress } from '../../src/ops/address-settings.ts';
import { readEach } from '../../src/ops/read-each.ts';

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

const SHARDS_RULE = 'must name shards from 0 to one less than DISCORD_SHARD_COUNT, a range from low to high';
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be an id: 17 to 20 digits, copied with “Copy ID”');

const SCHEMA = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'is not a bot token: three parts with dots between, from the Bot page of the developer portal',
    )
    .optional(),
  DISCORD_APPLICATION_ID: snowflake.optional(),
  DISCORD_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: serverAddress.optional(),
  DISCORD_SHARDS: z
    .string()
    .regex(
      /^(?:auto|\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?)*)$/,
      'must be auto, or numbers and ranges such as 0-3 or 0,4-5',
    )
    .transform(shardList)
    .refine((shards) => shards === 'auto' || shards.length > 0, SHARDS_RULE)
    .optional(),
  DISCORD_SHARD_COUNT: z
    .string()
    .regex(/^(?:auto|[1-9]\d{0,4})$/, 'must be auto or a number from 1')
    .transform(numberOrAuto)
    .optional(),
});

/** Reads the settings from an environment; all problems at once. */
export function readDiscordSettings(env: Readonly<Record<string, string | undefined>>): ReadDiscordSettings {
  const { values, problems: each, unusable } = readEach(SCHEMA, env);
  const { DISCORD_SHARDS: shards = 'auto', DISCORD_SHARD_COUNT: shardCount = 'auto' } = values;
  const together = unusable.has('DISCORD_SHARD_COUNT') ? [] : shardProblems(shards, shardCount);
  const problems = [...each, ...together];
  if (problems.length > 0) return { problems };
  return {
    settings: {
      token: values.DISCORD_TOKEN,
      applicationId: values.DISCORD_APPLICATION_ID,
      guildId: values.DISCORD_GUILD_ID,
      apiUrl: (values.DISCORD_API_URL ?? DISCORD_API).replace(/(?:\/v\d+)?\/*$/, ''),
      shards,
      shardCount,
    },
  };
}

function numberOrAuto(text: string): 'auto' | number {
  return text === 'auto' ? 'auto' : Number(text);
}

function shardList(text: string): 'auto' | readonly number[] {
  if (text === 'auto') return 'auto';
  const ranges = text.split(',').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  });
  const shards = new Set<number>();
  for (const { from, to } of ranges) for (let id = from; id <= to && id < MOST_SHARDS; id++) shards.add(id);
  return [...shards].toSorted((a, b) => a - b);
}

function shardProblems(shards: 'auto' | readonly number[], count: 'auto' | number): readonly string[] {
  if (shards === 'auto') return [];
  if (count === 'auto') {
    return ['DISCORD_SHARD_COUNT must be set when DISCORD_SHARDS is: how many shards there are in all'];
  }
  return shards.some((id) => id >= count) ? [`DISCORD_SHARDS ${SHARDS_RULE}`] : [];
}
