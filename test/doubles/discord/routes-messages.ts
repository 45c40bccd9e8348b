import * as z from 'zod';
import { ApiError, invalidForm } from './api-error.ts';
import { messagePayload } from './message-payload.ts';
import { refusalToPost } from './permissions.ts';
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
    handle: ({ params, query }, discord) => {
      const channel = reachable(params[0], discord);
      const newest = [...channel.messages.values()].filter(({ deleted }) => !deleted).reverse();
      return ok(
        newest.slice(0, Number(query.get('limit') ?? 50)).map((each) => messagePayload(each, discord.world)),
      );
    },
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

function create({ params, body }: RestCall, discord: Discord) {
  const { world } = discord;
  const channel = reachable(params[0], discord);
  const refusal = refusalToPost(channel, world.bot);
  if (refusal) throw new ApiError(403, refusal.code, refusal.message);
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
