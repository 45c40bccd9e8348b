import {
  type APIMessage,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord.js';
import type { GatewayData } from './gateway-data.ts';
import { memberPayload, userPayload } from './guild-payload.ts';
import type { StoredMessage, World } from './world.ts';

const MENTION = /<@!?(\d{17,20})>/g;

/** A message as REST gives it to the bot, its own content always included. */
export function messagePayload(message: StoredMessage, world: World): APIMessage {
  const { channel, interaction, replyTo } = message;
  return {
    id: message.id,
    channel_id: channel.id,
    author: userPayload(message.author),
    content: message.content,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    mention_everyone: false,
    mentions: mentioned(message, world).map(userPayload),
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: interaction ? MessageType.ChatInputCommand : replyTo ? MessageType.Reply : MessageType.Default,
    flags: message.flags,
    components: [...message.components],
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.author.bot && { application_id: world.applicationId }),
    ...(interaction && {
      interaction_metadata: {
        id: interaction.id,
        type: InteractionType.MessageComponent,
        user: userPayload(interaction.person),
        authorizing_integration_owners: {},
        interacted_message_id: message.id,
      },
    }),
    ...(replyTo && {
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: replyTo.id,
        channel_id: replyTo.channel.id,
        ...(channel.guild && { guild_id: channel.guild.id }),
      },
      referenced_message: replyTo.deleted ? null : messagePayload(withoutReference(replyTo), world),
    }),
  };
}

/** What MESSAGE_CREATE and MESSAGE_UPDATE carry: the message, where it is, and content only where Discord gives it. */
export function messageEventPayload(
  message: StoredMessage,
  world: World,
  hasContentIntent: boolean,
): GatewayData['MESSAGE_CREATE'] {
  const { guild } = message.channel;
  const payload = messagePayload(message, world);
  const shown = hasContentIntent || givesContent(message, world);
  return {
    ...payload,
    ...(!shown && { content: '', components: [] }),
    channel_type: message.channel.type,
    ...(guild && { guild_id: guild.id, member: memberPayload(guild, message.author) }),
  } as GatewayData['MESSAGE_CREATE'];
}

/** Whether the bot gets a message's content without the privileged intent (platform rules, B5). */
function givesContent(message: StoredMessage, world: World): boolean {
  if (message.channel.recipient || message.author.id === world.bot.id) return true;
  if (mentioned(message, world).some((person) => person.id === world.bot.id)) return true;
  const { replyTo } = message;
  return (
    message.pingsReply &&
    replyTo !== undefined &&
    replyTo.author.id === world.bot.id &&
    replyTo.interaction === undefined
  );
}

function mentioned(message: StoredMessage, world: World) {
  const ids = [...message.content.matchAll(MENTION)].map((match) => match[1] ?? '');
  const notified = message.pingsReply ? message.replyTo?.author.id : undefined;
  // Discord adds the author of the message replied to, but the bot's interaction responses do not count.
  if (notified && message.replyTo?.interaction === undefined) ids.push(notified);
  return [...new Set(ids)].flatMap((id) => world.people.get(id) ?? []);
}

/** A referenced message is given without what it refers to itself, but with the reference. */
function withoutReference(message: StoredMessage): StoredMessage {
  if (message.replyTo === undefined) return message;
  return { ...message, replyTo: { ...message.replyTo, deleted: true } };
}

/** Whether a message is seen only by the person the bot answered. */
export function isEphemeral(message: StoredMessage): boolean {
  return (message.flags & MessageFlags.Ephemeral) !== 0;
}
