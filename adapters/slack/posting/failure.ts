import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';

/** What came of a request to Slack that did not succeed, and so what to do next. */
export type Failure =
  /** Certainly not done; Slack says when to try again, in milliseconds. */
  | { readonly kind: 'wait'; readonly milliseconds: number }
  /** Certainly not done; may be tried again. */
  | { readonly kind: 'undone'; readonly reason: string }
  /** Perhaps done: repeating it could do it twice. */
  | { readonly kind: 'uncertain'; readonly reason: string }
  /** Not here, not for us, not now: somebody can mend it. */
  | { readonly kind: 'barred'; readonly why: Barrier }
  /** The token is good for nothing any more. */
  | { readonly kind: 'dead'; readonly reason: string }
  /** Slack would not take the body: a fault of ours. */
  | { readonly kind: 'malformed'; readonly reason: string }
  /** What was asked for is over: an expired trigger, a deleted message, a used address. */
  | { readonly kind: 'gone'; readonly reason: string };

export type Barrier =
  | { readonly kind: 'not-in-channel' | 'archived' | 'restricted' }
  | { readonly kind: 'missing-scope'; readonly needed: string };

/** A failure on its way up, for answers that no client of Slack's turns into an error. */
export class SlackFailure extends Error {
  override readonly name = 'SlackFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** Platform errors whose meaning we know; what is not here is reported and not repeated. */
const CODES: ReadonlyMap<string, Failure['kind'] | Barrier['kind']> = new Map([
  ['ratelimited', 'wait'],
  ['rate_limited', 'wait'],
  ['request_timeout', 'undone'],
  ['service_unavailable', 'undone'],
  ['team_added_to_org', 'undone'],
  // "Some aspect of the operation may have succeeded" (docs.slack.dev/reference/methods/chat.postMessage).
  ['internal_error', 'uncertain'],
  ['fatal_error', 'uncertain'],
  ['not_in_channel', 'not-in-channel'],
  ['channel_not_found', 'not-in-channel'],
  ['is_archived', 'archived'],
  ['restricted_action', 'restricted'],
  ['restricted_action_read_only_channel', 'restricted'],
  ['restricted_action_thread_only_channel', 'restricted'],
  ['restricted_action_non_threadable_channel', 'restricted'],
  ['access_denied', 'restricted'],
  ['token_revoked', 'dead'],
  ['token_expired', 'dead'],
  ['account_inactive', 'dead'],
  ['invalid_auth', 'dead'],
  ['not_authed', 'dead'],
  ['org_login_required', 'dead'],
  ['team_access_not_granted', 'dead'],
  ['msg_too_long', 'malformed'],
  ['msg_blocks_too_long', 'malformed'],
  ['invalid_blocks', 'malformed'],
  ['invalid_blocks_format', 'malformed'],
  ['invalid_arguments', 'malformed'],
  ['no_text', 'malformed'],
  ['message_not_found', 'gone'],
  ['cant_update_message', 'gone'],
  ['cant_delete_message', 'gone'],
  ['edit_window_closed', 'gone'],
  ['thread_not_found', 'gone'],
  ['expired_trigger_id', 'gone'],
  ['invalid_trigger_id', 'gone'],
  ['exchanged_trigger_id', 'gone'],
  ['used_url', 'gone'],
  ['expired_url', 'gone'],
]);

/** Connections that never came about: nothing was sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error from Slack's clients, or a `SlackFailure`, means. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SlackFailure) return error.failure;
  if (error instanceof WebAPIRateLimitedError) return waiting(error.retryAfter);
  if (error instanceof WebAPIPlatformError) {
    const needed: unknown = Reflect.get(error.data, 'needed');
    return failureOfCode(error.data.error, typeof needed === 'string' ? needed : '');
  }
  if (error instanceof WebAPIHTTPError) return failureOfStatus(error.statusCode);
  const isRequest = error instanceof WebAPIRequestError;
  return failureOfConnection(isRequest ? error.original : error);
}

/** What a code in Slack's answer means. */
export function failureOfCode(code: string, needed = ''): Failure {
  const meaning = CODES.get(code);
  switch (meaning) {
    case 'wait':
      return waiting(1);
    case 'not-in-channel':
    case 'archived':
    case 'restricted':
      return { kind: 'barred', why: { kind: meaning } };
    case 'undone':
    case 'uncertain':
    case 'dead':
    case 'gone':
    case 'malformed':
      return { kind: meaning, reason: code };
    default:
      if (code === 'missing_scope') return { kind: 'barred', why: { kind: 'missing-scope', needed } };
      // Not a code: a page of something between us and Slack.
      if (!/^[a-z0-9_]{1,80}$/.test(code)) return { kind: 'uncertain', reason: 'unreadable answer' };
      return { kind: 'malformed', reason: code };
  }
}

/** An HTTP status: 5xx may come after the work was done. */
export function failureOfStatus(status: number, retryAfter = 1): Failure {
  if (status === 429) return waiting(retryAfter);
  const reason = `HTTP ${status}`;
  if (status === 404 || status === 410) return { kind: 'gone', reason };
  return { kind: status >= 500 ? 'uncertain' : 'malformed', reason };
}

function waiting(seconds: number): Failure {
  return { kind: 'wait', milliseconds: Math.max(0, seconds) * 1000 };
}

function failureOfConnection(error: unknown): Failure {
  const code = systemCode(error);
  return UNSENT.has(code) ? { kind: 'undone', reason: code } : { kind: 'uncertain', reason: code };
}

/** The innermost code, such as ECONNRESET: fetch wraps the socket's error in one of its own. */
function systemCode(error: unknown): string {
  let code = 'unknown';
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    code = 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
  }
  return code;
}
