import { checkContent } from './chat-methods.ts';
import type { DoubleState, ResponseTarget } from './double-state.ts';
import { type Arguments, type MethodResult, refuse } from './method.ts';

const KNOWN = new Set([
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
  'metadata',
]);

/**
 * docs.slack.dev/interactivity/handling-user-interaction: what a POST to a response_url does. Five uses in
 * thirty minutes; it may speak where the bot is no member, and is the only way to change an ephemeral message.
 */
export function useResponseUrl(key: string, args: Arguments, state: DoubleState): MethodResult {
  const used = state.responseUrls.use(key);
  if ('refused' in used) return refuse(used.refused === 'used' ? 'used_url' : 'expired_url');
  const unknown = Object.keys(args).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) return refuse('invalid_arguments', unknown);
  const target = used.meaning;
  const source = state.workspace.messages.find(
    ({ channel, ts }) => channel === target.channel && ts === target.source,
  );
  if (args['delete_original'] === true) {
    if (source) state.workspace.remove(source);
    return { ok: true };
  }
  const content = checkContent(args);
  if ('error' in content) return refuse(content.error, content.messages);
  if (args['replace_original'] === true && source) {
    Object.assign(source, content, { edited: true });
    return { ok: true };
  }
  state.workspace.add({ ...content, ...placed(target, args) });
  return { ok: true };
}

function placed(target: ResponseTarget, args: Arguments) {
  const thread = typeof args['thread_ts'] === 'string' ? args['thread_ts'] : target.thread;
  return {
    channel: target.channel,
    user: target.botUser,
    bot: true,
    ...(args['response_type'] !== 'in_channel' && { to: target.user }),
    ...(thread !== undefined && { thread }),
    unfurls: args['unfurl_links'] !== false || args['unfurl_media'] !== false,
  };
}
