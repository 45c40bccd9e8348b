import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  RESTJSONErrorCodes,
} from 'discord.js';

/** Why the bot cannot be on Discord until somebody changes a setting: a sentence that names it. */
export const problems = {
  token:
    'Discord refused DISCORD_TOKEN: it is wrong or has been reset. Copy the bot’s token from the developer portal (your application, Bot, Reset Token).',
  intents:
    'Discord refused the gateway intents (4014) of the application DISCORD_TOKEN belongs to. Backstory needs no privileged intent; check that DISCORD_TOKEN is the token of the application you made for it.',
  shards:
    'Discord refused DISCORD_SHARDS and DISCORD_SHARD_COUNT: leave both unset, or give every process its range of the same count.',
  tooFewShards:
    'Discord wants this bot split into more shards: set DISCORD_SHARD_COUNT to auto or a higher number.',
  application: (settingId: string, tokenId: string) =>
    `DISCORD_APPLICATION_ID is ${settingId}, but DISCORD_TOKEN belongs to the application ${tokenId}. Set the right one, or leave DISCORD_APPLICATION_ID unset.`,
  unknownApplication:
    'Discord knows no application DISCORD_APPLICATION_ID. Leave it unset to have it found from DISCORD_TOKEN.',
  guild:
    'Discord gives no access to the server DISCORD_GUILD_ID: add the bot to it with the scope applications.commands, or leave DISCORD_GUILD_ID unset.',
  address:
    'What DISCORD_API_URL names does not answer as Discord’s API. Leave it unset to use Discord itself.',
  other: (code: number) =>
    `Discord closed the connection for good (${code}). See whether DISCORD_TOKEN’s application is in order in the developer portal.`,
} as const;

/** The sentence for a failed request at start; `undefined` when trying again may help. */
export function problemOfRequest(error: unknown): string | undefined {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return problems.token;
  if (!(error instanceof DiscordAPIError)) return undefined;
  if (error.status === 401) return problems.token;
  if (error.code === RESTJSONErrorCodes.UnknownApplication) return problems.unknownApplication;
  return error.status === 404 ? problems.address : undefined;
}

/** The sentence for a close code after which the client does not come back; `undefined` for all others. */
export function problemOfClose(code: number): string | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return problems.token;
    case GatewayCloseCodes.DisallowedIntents:
    case GatewayCloseCodes.InvalidIntents:
      return problems.intents;
    case GatewayCloseCodes.InvalidShard:
      return problems.shards;
    case GatewayCloseCodes.ShardingRequired:
      return problems.tooFewShards;
    case GatewayCloseCodes.InvalidAPIVersion:
      return problems.other(code);
    default:
      return undefined;
  }
}
