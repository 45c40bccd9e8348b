import { MessageFlags } from 'discord.js';
import * as z from 'zod';
import { ApiError, invalidForm } from './api-error.ts';
import { messagePayload } from './message-payload.ts';
import { mayReadHistory, refusalToPost } from './permissions.ts';
import { type Discord, NO_CONTENT, ok, type RestCall, type Route } from './rest-route.ts';
import { channelOf } from './routes-account.ts';
import { changeMessage, storeMessage } from './store-message.ts';
import type { Channel, StoredMessage } from './world.ts';

const post = z.looseObject({
  nonce: z.union([z.string(), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .looseObject({ message_id: z.string(), fail_if_not_exists: z.boolean().nullish() })
    .nullish(),
  allowed_mentions: z.looseObject({ replied_user: z.boolean().nullish() }).nullish(),
});
/** How long the same nonce gives the same message: "the past few minutes". */
const NONCE_MS = 5 * 60_000;

/** Channel messages. */
export const messageRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/channels/:/messages', kind: 'message', handle: create },
  {
    method: 'GET',
    pattern: '/channels/:/messages',
    handle: list,
  },
  {
    method: 'GET',
    pattern: '/channels/:/messages/:',
    handle: ({ params }, discord) =>
      ok(messagePayload(messageOf(reachable(params[0], discord), params[1]), discord.world)),
  },
  {
    method: 'PATCH',
    pattern: '/channels/:/messages/:',
    kind: 'message-edit',
    handle: ({ params, body }, discord) => {
      const message = messageOf(reachable(params[0], discord), params[1]);
      if (message.author.id !== discord.world.bot.id) {
        throw new ApiError(403, 50005, 'Cannot edit a message authored by another user');
      }
      return ok(messagePayload(changeMessage(message, body, discord), discord.world));
    },
  },
  {
    method: 'DELETE',
    pattern: '/channels/:/messages/:',
    handle: ({ params }, discord) => {
      messageOf(reachable(params[0], discord), params[1]).deleted = true;
      return NO_CONTENT;
    },
  },
  { method: 'POST', pattern: '/channels/:/typing', handle: () => NO_CONTENT },
];

/**
 * Newest first, at most 100. With `after` those that came next after it. Whoever may not read what was said
 * before is shown nothing, and not told so.
 */
function list({ params, query }: RestCall, { world, ...discord }: Discord) {
  const channel = reachable(params[0], { world, ...discord });
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) throw invalidForm(['limit: must be 1 to 100']);
  const refusal = refusalToPost(channel, world.bot);
  if (refusal?.code === 50001) throw new ApiError(403, refusal.code, refusal.message);
  const after = BigInt(query.get('after') ?? '0');
  const there = [...channel.messages.values()].filter(
    ({ id, deleted, flags }) => !deleted && (flags & MessageFlags.Ephemeral) === 0 && BigInt(id) > after,
  );
  const shown = after > 0n ? there.slice(0, limit) : there.slice(-limit);
  if (!mayReadHistory(channel, world.bot)) return ok([]);
  return ok(shown.toReversed().map((each) => messagePayload(each, world)));
}

function create({ params, body }: RestCall, discord: Discord) {
  const { world } = discord;
  const channel = reachable(params[0], discord);
  const refusal = refusalToPost(channel, world.bot);
  if (refusal) throw new ApiError(403, refusal.code, refusal.message);
  if (channel.recipient?.closedToBot) throw new ApiError(403, 50007, 'Cannot send messages to this user');
  if (channel.archived === 'locked') throw new ApiError(400, 50083, 'Thread is archived');
  delete channel.archived;
  const { nonce, enforce_nonce, message_reference, allowed_mentions } = post.parse(body);
  if (enforce_nonce && nonce != null) {
    const same = [...channel.messages.values()].find(
      (each) =>
        each.nonce === String(nonce) && each.author.id === world.bot.id && each.at > Date.now() - NONCE_MS,
    );
    if (same) return ok(messagePayload(same, world));
  }
  const replyTo = message_reference ? channel.messages.get(message_reference.message_id) : undefined;
  if (message_reference && (!replyTo || replyTo.deleted) && message_reference.fail_if_not_exists !== false) {
    throw invalidForm(['message_reference: Unknown message (REPLIES_UNKNOWN_MESSAGE)']);
  }
  const pingsReply = allowed_mentions?.replied_user ?? allowed_mentions == null;
  const message = storeMessage({ channel, author: world.bot, body, replyTo, pingsReply }, discord);
  return ok(messagePayload(message, world));
}

function reachable(id: string | undefined, { world }: Discord): Channel {
  const channel = channelOf(world, id);
  if (channel.guild && !channel.guild.botIsMember) throw new ApiError(403, 50001, 'Missing Access');
  return channel;
}

function messageOf(channel: Channel, id: string | undefined): StoredMessage {
  const message = channel.messages.get(id ?? '');
  if (!message || message.deleted) throw new ApiError(404, 10008, 'Unknown Message');
  return message;
}
