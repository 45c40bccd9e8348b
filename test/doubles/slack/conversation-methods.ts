import type { BotToken } from './credentials.ts';
import type { DoubleState } from './double-state.ts';
import { type Arguments, type Method, type MethodResult, refuse, textOf } from './method.ts';
import type { Channel, Message } from './workspace.ts';

const PAGED = ['limit', 'cursor'];

/** docs.slack.dev/reference/methods/conversations.*: opening direct ones, looking at others, reading them. */
export const conversationMethods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'conversations.open',
    { auth: 'bot', scope: 'im:write', arguments: ['users', 'return_im'], run: openConversation },
  ],
  ['conversations.info', { auth: 'bot', arguments: ['channel'], run: information }],
  ['conversations.members', { auth: 'bot', arguments: ['channel', ...PAGED], run: members }],
  [
    'users.conversations',
    { auth: 'bot', arguments: ['types', 'exclude_archived', 'user', ...PAGED], run: conversationsOf },
  ],
  [
    'conversations.history',
    {
      auth: 'bot',
      arguments: ['channel', 'oldest', 'latest', 'inclusive', 'include_all_metadata', ...PAGED],
      run: history,
    },
  ],
]);

function openConversation(args: Arguments, token: BotToken, { workspace }: DoubleState): MethodResult {
  const user = workspace.users.get(textOf(args, 'users'));
  if (!user) return refuse('user_not_found');
  if (user.bot) return refuse('cannot_dm_bot');
  return { ok: true, channel: { id: workspace.directChannel(user.team, user.id, token.botUser).id } };
}

function information(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const channel = visible(args, token, state);
  if ('error' in channel) return refuse(channel.error);
  return needing(token, scopeFor(channel, 'read')) ?? { ok: true, channel: described(channel, token) };
}

function members(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const channel = visible(args, token, state);
  if ('error' in channel) return refuse(channel.error);
  const lacking = needing(token, scopeFor(channel, 'read'));
  if (lacking) return lacking;
  const { page, next } = paged([...channel.members], args);
  return { ok: true, members: page, response_metadata: { next_cursor: next } };
}

/** The conversations the bot is in. */
function conversationsOf(args: Arguments, token: BotToken, { workspace }: DoubleState): MethodResult {
  const kinds = (textOf(args, 'types') || 'public_channel').split(',');
  const own = [...workspace.channels.values()].filter(
    (channel) => channel.members.has(token.botUser) && kinds.includes(KINDS[channel.kind]),
  );
  const { page, next } = paged(own, args);
  const channels = page.map((channel) => described(channel, token));
  return { ok: true, channels, response_metadata: { next_cursor: next } };
}

/** What was said, newest first, without what only one person sees and without replies in threads. */
function history(args: Arguments, token: BotToken, state: DoubleState): MethodResult {
  const channel = visible(args, token, state);
  if ('error' in channel) return refuse(channel.error);
  const lacking = needing(token, scopeFor(channel, 'history'));
  if (lacking) return lacking;
  if (!channel.members.has(token.botUser)) return refuse('not_in_channel');
  const oldest = Number(textOf(args, 'oldest') || 0);
  const said = state.workspace.messages.filter(
    (one) =>
      one.channel === channel.id &&
      one.to === undefined &&
      (one.thread === undefined || one.thread === one.ts) &&
      Number.parseFloat(one.ts) >= oldest,
  );
  const { page, next } = paged(said.toReversed(), args);
  const withMetadata = args['include_all_metadata'] === true;
  return {
    ok: true,
    messages: page.map((one) => shown(one, withMetadata)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}

function shown({ user, ts, text, metadata, thread }: Message, withMetadata: boolean): object {
  return {
    type: 'message',
    user,
    ts,
    text,
    ...(thread && { thread_ts: thread }),
    ...(metadata && { metadata: withMetadata ? metadata : { event_type: metadata.event_type } }),
  };
}

const KINDS = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;

function described({ id, name, kind, members: inIt, archived }: Channel, token: BotToken): object {
  return {
    id,
    name,
    is_channel: kind === 'public',
    is_group: kind === 'private',
    is_im: kind === 'im',
    is_private: kind !== 'public',
    is_archived: archived === true,
    is_member: inIt.has(token.botUser),
  };
}

/** A private conversation the bot is not in does not exist for it. */
function visible(
  args: Arguments,
  token: BotToken,
  { workspace }: DoubleState,
): Channel | { readonly error: string } {
  const channel = workspace.channels.get(textOf(args, 'channel'));
  const isHere = channel && (token.team === '' || channel.team === token.team);
  if (!isHere || (channel.kind !== 'public' && !channel.members.has(token.botUser))) {
    return { error: 'channel_not_found' };
  }
  return channel;
}

function scopeFor({ kind }: Channel, what: 'read' | 'history'): string {
  const of = { public: 'channels', private: 'groups', im: 'im' } as const;
  return `${of[kind]}:${what}`;
}

function needing({ scopes }: BotToken, scope: string): MethodResult | undefined {
  if (scopes.has(scope)) return undefined;
  return { ...refuse('missing_scope'), needed: scope, provided: [...scopes].join(',') };
}

function paged<T>(
  all: readonly T[],
  args: Arguments,
): { readonly page: readonly T[]; readonly next: string } {
  const from = Number(textOf(args, 'cursor') || 0);
  const to = from + Math.min(Number(textOf(args, 'limit') || 100), 999);
  return { page: all.slice(from, to), next: to < all.length ? String(to) : '' };
}
