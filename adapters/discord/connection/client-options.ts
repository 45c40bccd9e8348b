import { type ClientOptions, DefaultRestOptions, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Metrics } from '../../../src/ops/metrics.ts';
import { timedCalls } from '../../../src/ops/timed-calls.ts';
import type { DiscordSettings } from '../settings.ts';

/** Messages kept a channel: the one that arrives and the one it replies to. Nothing reads older ones. */
const MESSAGES = 2;
const MEMBERS = 200;
const USERS = 2_000;

/**
 * How the client connects: no privileged intent, and next to nothing kept in memory.
 * @param watching `onRequest` is told of every REST request as it goes out
 */
export function clientOptions(
  settings: DiscordSettings,
  { onRequest, metrics }: { readonly onRequest: (url: string) => void; readonly metrics: Metrics },
): ClientOptions {
  const { apiUrl, shards, shardCount } = settings;
  const request = timedCalls('discord', metrics, DefaultRestOptions.makeRequest);
  return {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A DM's channel and an edited message come without having been seen before.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    rest: {
      api: apiUrl,
      version: '10',
      makeRequest(url, init) {
        onRequest(url);
        return request(url, init);
      },
    },
    shards: shards === 'auto' ? 'auto' : [...shards],
    ...(shardCount !== 'auto' && { shardCount }),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES,
      GuildMemberManager: {
        maxSize: MEMBERS,
        keepOverLimit: (member) => member.id === member.client.user.id,
      },
      UserManager: { maxSize: USERS, keepOverLimit: (user) => user.id === user.client.user.id },
      AutoModerationRuleManager: 0,
      DMMessageManager: MESSAGES,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMessageManager: MESSAGES,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
  };
}
