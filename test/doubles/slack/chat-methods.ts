import { z } from 'zod';
import type { SlackBlock } from './block-schema.ts';
import { checkBlocks, type Refusal } from './check-blocks.ts';
import type { BotToken } from './credentials.ts';
import type { DoubleState } from './double-state.ts';
import { type Arguments, type Method, type MethodResult, refuse, textOf } from './method.ts';
import type { Channel, Message } from './workspace.ts';

/** docs.slack.dev/messaging/message-metadata: names of letters, digits and underscores; 8 KB in all. */
const messageMetadata = z
  .strictObject({
    event_type: z.string().regex(/^\w{1,255}$/),
    event_payload: z.record(z.string().regex(/^\w{1,255}$/), z.unknown()),
  })
  .refine((metadata) => JSON.stringify(metadata).length <= 8000, 'metadata is too large');

const MAX_TEXT = 40_000;
const CONTENT = ['channel', 'text', 'blocks', 'mrkdwn', 'parse', 'link_names'];
const POSTED = [...CONTENT, 'thread_ts', 'metadata', 'unfurl_links', 'unfurl_media', 'reply_broadcast'];

/** docs.slack.dev/reference/methods/chat.*: posting, editing and taking back one's own messages. */
export const chatMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['chat.postMessage', { auth: 'bot', scope: 'chat:write', arguments: POSTED, run: postMessage }],
  [
    'chat.postEphemeral',
    { auth: 'bot', scope: 'chat:write', arguments: [...CONTENT, 'thread_ts', 'user'], run: postEphemeral },
  ],
  [
    'chat.update',
    { auth: 'bot', scope: 'chat:write', arguments: [...CONTENT, 'ts', 'metadata'], run: update },
  ],
  ['chat.delete', { auth: 'bot', scope: 'chat:write', arguments: ['channel', 'ts'], run: remove }],
]);

/** What a message may hold, whether it comes by a method or a response_url. */
export function checkContent(
  args: Arguments,
): { readonly text: string; readonly blocks: readonly SlackBlock[] } | Refusal {
  const text = textOf(args, 'text');
  const checked = args['blocks'] === undefined ? { blocks: [] } : checkBlocks(args['blocks']);
  if ('error' in checked) return checked;
  if (text === '' && checked.blocks.length === 0) return { error: 'no_text', messages: [] };
  if (text.length > MAX_TEXT) return { error: 'msg_too_long', messages: [] };
  return { text, blocks: checked.blocks };
}

function postMessage(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const channel = writable(args, token, state);
  if ('error' in channel) return refuse(channel.error);
  const content = checkContent(args);
  if ('error' in content) return refuse(content.error, content.messages);
  const metadata = messageMetadata.optional().safeParse(args['metadata']);
  if (!metadata.success) return refuse('invalid_metadata_format', [z.prettifyError(metadata.error)]);
  const thread = textOf(args, 'thread_ts');
  if (thread !== '') {
    const root = state.workspace.find(channel.id, thread);
    // Slack hangs a reply to a reply somewhere nobody expects it: a thread is named by its first message.
    if (!root || (root.thread !== undefined && root.thread !== root.ts)) return refuse('thread_not_found');
  }
  const message = state.workspace.add({
    channel: channel.id,
    user: token.botUser,
    bot: true,
    ...content,
    ...(thread !== '' && { thread }),
    ...(metadata.data && { metadata: metadata.data }),
    unfurls: args['unfurl_links'] !== false || args['unfurl_media'] !== false,
  });
  return { ok: true, channel: channel.id, ts: message.ts, message: { ts: message.ts, text: message.text } };
}

function postEphemeral(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const channel = writable(args, token, state);
  if ('error' in channel) return refuse(channel.error);
  const content = checkContent(args);
  if ('error' in content) return refuse(content.error, content.messages);
  const user = textOf(args, 'user');
  if (!channel.members.has(user)) return refuse('user_not_in_channel');
  const thread = textOf(args, 'thread_ts');
  const message = state.workspace.add({
    channel: channel.id,
    user: token.botUser,
    bot: true,
    to: user,
    ...content,
    ...(thread !== '' && { thread }),
    unfurls: false,
  });
  return { ok: true, message_ts: message.ts };
}

function update(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const message = own(args, token, state, 'cant_update_message');
  if ('error' in message) return refuse(message.error);
  const content = checkContent(args);
  if ('error' in content) return refuse(content.error, content.messages);
  Object.assign(message, content, { edited: true });
  return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
}

function remove(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const message = own(args, token, state, 'cant_delete_message');
  if ('error' in message) return refuse(message.error);
  state.workspace.remove(message);
  return { ok: true, channel: message.channel, ts: message.ts };
}

/** The bot's own message; one that only one person sees is not found: it can be changed by response_url alone. */
function own(
  args: Arguments,
  token: BotToken,
  { workspace }: DoubleState,
  foreign: string,
): Message | { readonly error: string } {
  if (!workspace.channels.has(textOf(args, 'channel'))) return { error: 'channel_not_found' };
  const message = workspace.find(textOf(args, 'channel'), textOf(args, 'ts'));
  if (!message) return { error: 'message_not_found' };
  return message.user === token.botUser ? message : { error: foreign };
}

/** The channel, when the bot may post there; a person's id means the direct conversation with them. */
function writable(
  args: Arguments,
  token: BotToken,
  { workspace }: DoubleState,
): Channel | { readonly error: string } {
  const name = textOf(args, 'channel');
  const person = workspace.users.get(name);
  if (person?.bot) return { error: 'cannot_dm_bot' };
  if (person) return workspace.directChannel(person.team, person.id, token.botUser);
  const channel = workspace.channels.get(name);
  const isMember = channel?.members.has(token.botUser);
  if (!channel || (token.team !== '' && channel.team !== token.team)) return { error: 'channel_not_found' };
  if (channel.archived) return { error: 'is_archived' };
  if (channel.restricted) return { error: 'restricted_action' };
  if (!isMember && channel.kind !== 'public') return { error: 'channel_not_found' };
  if (!isMember && !token.scopes.has('chat:write.public')) return { error: 'not_in_channel' };
  return channel;
}
