import type { APIMessageTopLevelComponent } from 'discord.js';
import * as z from 'zod';
import { isEphemeral, messageEventPayload } from './message-payload.ts';
import type { Discord } from './rest-route.ts';
import type { Channel, Person, StoredInteraction, StoredMessage } from './world.ts';

const content = z.looseObject({
  content: z.string().nullish(),
  components: z.array(z.custom<APIMessageTopLevelComponent>()).nullish(),
  flags: z.int().nullish(),
  nonce: z.union([z.string(), z.int()]).nullish(),
});

export interface NewMessage {
  readonly channel: Channel;
  readonly author: Person;
  readonly body: unknown;
  readonly replyTo?: StoredMessage | undefined;
  readonly pingsReply?: boolean;
  readonly interaction?: StoredInteraction;
  /** Flags beside the body's own: an ephemeral deferral's. */
  readonly flags?: number;
}

const CONTENT_INTENT = 1 << 15;

/** Puts a message where it belongs and tells the gateway, unless only one person sees it. */
export function storeMessage(given: NewMessage, discord: Discord): StoredMessage {
  const { world, happenings } = discord;
  const { channel, author, body, replyTo, pingsReply = false, interaction } = given;
  const parsed = content.parse(body);
  const at = Date.now();
  const message: StoredMessage = {
    id: world.mint.next(at),
    channel,
    author,
    content: parsed.content ?? '',
    components: parsed.components ?? [],
    flags: (parsed.flags ?? 0) | (given.flags ?? 0),
    at,
    ...(replyTo && { replyTo }),
    pingsReply,
    ...(interaction && { interaction }),
    ...(parsed.nonce != null && { nonce: String(parsed.nonce) }),
    body,
    deleted: false,
  };
  channel.messages.set(message.id, message);
  if (!isEphemeral(message)) announce('MESSAGE_CREATE', message, discord);
  happenings.emit('message', message);
  return message;
}

/** Changes what a message says; what the body does not name stays. */
export function changeMessage(message: StoredMessage, body: unknown, discord: Discord): StoredMessage {
  const parsed = content.parse(body);
  if (parsed.content !== undefined) message.content = parsed.content ?? '';
  if (parsed.components !== undefined) message.components = parsed.components ?? [];
  if (parsed.flags != null) message.flags |= parsed.flags;
  message.editedAt = Date.now();
  message.body = body;
  if (!isEphemeral(message)) announce('MESSAGE_UPDATE', message, discord);
  discord.happenings.emit('edited', message);
  return message;
}

function announce(
  event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: StoredMessage,
  { world, gateway }: Discord,
): void {
  const { guild } = message.channel;
  if (guild && !guild.botIsMember) return;
  gateway.dispatch(event, guild?.id, (intents) =>
    messageEventPayload(message, world, (intents & CONTENT_INTENT) !== 0),
  );
}
