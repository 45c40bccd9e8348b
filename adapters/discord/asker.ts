import {
  type BaseInteraction,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Recent } from '../../src/chat/recent.ts';
import type { Asker, ConversationKey } from '../../src/chat/request.ts';

type Chains = Pick<Recent<string, ConversationKey>, 'get'>;

/** Who wrote a message, and which conversation it goes on with. */
export function messageAsker(message: Message, me: string, chains: Chains): Asker {
  const { channel, author, guildId } = message;
  const thread = channel.isThread();
  const asker = {
    platform: 'discord' as const,
    workspace: guildId ?? '',
    channel: thread ? (channel.parentId ?? channel.id) : message.channelId,
    user: author.id,
    manager: guildId === null || mayManage(message.member?.permissionsIn(message.channelId)),
  };
  if (guildId === null) return { ...asker, conversation: dmKey(message.channelId) };
  if (thread) return { ...asker, conversation: threadKey(channel.id) };
  // The chain as of this message has a name of its own, by which it is found again after a restart.
  const branch = chainKey(message.id);
  const chain = repliedChain(message, me, chains);
  return { ...asker, conversation: chain ?? personKey(message.channelId, author.id), branch };
}

/** Who used a command, pressed a button or sent a form. */
export function interactionAsker(interaction: BaseInteraction, chain?: ConversationKey): Asker {
  const { channel, user } = interaction;
  const channelId = interaction.channelId ?? '';
  const thread = channel?.isThread() ? channel : undefined;
  // Outside of servers people manage their own conversation with the bot; so do members of a group DM.
  const inGuild = interaction.guildId !== null;
  const asker = {
    platform: 'discord' as const,
    workspace: interaction.guildId ?? '',
    channel: thread?.parentId ?? channelId,
    user: user.id,
    manager: !inGuild || mayManage(interaction.memberPermissions),
  };
  if (!inGuild) return { ...asker, conversation: dmKey(channelId) };
  if (thread) return { ...asker, conversation: threadKey(thread.id) };
  const own = personKey(channelId, user.id);
  // A button goes on with the conversation above it, a command with the asker's own; each is the other's branch.
  return chain
    ? { ...asker, conversation: chain, branch: own }
    : { ...asker, conversation: own, branch: chainKey(interaction.id) };
}

/** The conversation that a message of the bot's is part of: what it answered, or itself. */
export function chainOf(message: Message, chains: Chains): ConversationKey {
  const answered = message.reference?.messageId ?? message.interactionMetadata?.id;
  return (
    chains.get(message.id) ??
    (answered === undefined ? undefined : (chains.get(answered) ?? chainKey(answered))) ??
    chainKey(message.id)
  );
}

/** The conversation of the message this one replies to, when the bot is part of it. */
export function repliedChain(message: Message, me: string, chains: Chains): ConversationKey | undefined {
  const id = message.reference?.messageId;
  if (id === undefined) return undefined;
  const original = message.channel.messages.cache.get(id);
  if (original?.author?.id === me) return chainOf(original, chains);
  return chains.get(id);
}

function mayManage(permissions: Readonly<PermissionsBitField> | null | undefined): boolean {
  if (!permissions) return false;
  return permissions.any([PermissionFlagsBits.ManageChannels, PermissionFlagsBits.ManageGuild]);
}

function chainKey(id: string): ConversationKey {
  return `discord:chain:${id}` as ConversationKey;
}

function personKey(channel: string, user: string): ConversationKey {
  return `discord:person:${channel}:${user}` as ConversationKey;
}

function threadKey(channel: string): ConversationKey {
  return `discord:thread:${channel}` as ConversationKey;
}

function dmKey(channel: string): ConversationKey {
  return `discord:dm:${channel}` as ConversationKey;
}
