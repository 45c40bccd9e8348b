import { type Client, ShardClientUtil } from 'discord.js';
import type { Bot } from '../bot.ts';
import { onLeave } from './on-leave.ts';

/**
 * Forgets the servers that the bot was taken out of while it was not connected: Discord tells of that once, and never
 * again. Only those that this very account was seen in: with another token nothing is forgotten, nor where the app is
 * used without the bot. A server in an outage is among those of the client.
 */
export async function forgetMissedLeaves(bot: Bot, client: Client<true>): Promise<void> {
  const { memberships, log } = bot;
  if (!memberships) return;
  const { cache } = client.guilds;
  const left = (await memberships.of(client.user.id)).filter(
    (id) => isSeenHere(client, id) && !cache.has(id),
  );
  for (const id of left) await onLeave(bot, { id });
  if (left.length > 0)
    log.info({ servers: left }, 'Discord: forgot the servers that the bot was taken out of');
  await memberships.note(client.user.id, [...cache.keys()]);
}

/** Whether the server's shard is one of this process's. */
function isSeenHere({ options, ws }: Client<true>, guildId: string): boolean {
  const { shardCount } = options;
  return (
    typeof shardCount === 'number' && ws.shards.has(ShardClientUtil.shardIdForGuildId(guildId, shardCount))
  );
}
