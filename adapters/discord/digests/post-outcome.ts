import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { PostOutcome, PostTrouble } from '../../../src/chat/courier.ts';

type NotSent = Exclude<PostOutcome, { readonly kind: 'sent' }>;

/** Discord's refusals that say what is wrong with the place or the person; any other is about the message. */
const REFUSED: ReadonlyMap<number, PostTrouble> = new Map<number, PostTrouble>([
  [RESTJSONErrorCodes.UnknownChannel, 'channel-gone'],
  [RESTJSONErrorCodes.UnknownGuild, 'removed'],
  [RESTJSONErrorCodes.MissingAccess, 'no-permission'],
  [RESTJSONErrorCodes.MissingPermissions, 'no-permission'],
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel, 'channel-gone'],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'no-direct-messages'],
  // No server in common; not in the library's list yet.
  [50278, 'no-direct-messages'],
  [RESTJSONErrorCodes.UnknownUser, 'no-direct-messages'],
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'channel-archived'],
]);
/** Told to slow down by other means than a 429: slow mode, too many DMs opened, a server's write limit. */
const TOO_FAST: ReadonlySet<number> = new Set<number>([
  RESTJSONErrorCodes.OpeningDirectMessagesTooFast,
  RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit,
  RESTJSONErrorCodes.ChannelWriteRateLimit,
  RESTJSONErrorCodes.ServerWriteRateLimit,
]);
const SLOW_DOWN_MS = 60_000;
/** The connection was never made, so nothing can have arrived. */
const NEVER_LEFT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a failed request means for the message it carried. Whatever is not certain is uncertain. */
export function postOutcome(error: unknown): NotSent {
  if (error instanceof RateLimitError) {
    const afterMs = Math.max(error.retryAfter, error.timeToReset);
    return { kind: 'retry', trouble: 'rate-limited', afterMs };
  }
  if (error instanceof DiscordAPIError) return refusal(error);
  if (error instanceof HTTPError) {
    return { kind: 'uncertain', trouble: 'platform-down', detail: `status ${error.status}` };
  }
  const detail = detailOf(error);
  return NEVER_LEFT.has(codeOf(error))
    ? { kind: 'retry', trouble: 'platform-down', detail }
    : { kind: 'uncertain', trouble: 'platform-down', detail };
}

/** The same for a request that only prepares a post: whatever became of it, nothing was posted. */
export function preparationOutcome(error: unknown): NotSent {
  const outcome = postOutcome(error);
  return outcome.kind === 'uncertain' ? { ...outcome, kind: 'retry' } : outcome;
}

function refusal({ code, status, message }: DiscordAPIError): NotSent {
  const number = Number(code);
  const detail = `${status} ${number}: ${message}`;
  const trouble = REFUSED.get(number);
  if (trouble !== undefined) return { kind: 'refused', trouble, detail };
  if (TOO_FAST.has(number)) return { kind: 'retry', trouble: 'rate-limited', afterMs: SLOW_DOWN_MS, detail };
  // A token that was reset is the operator's trouble, and no reason to end anybody's digest.
  if (status === 401) return { kind: 'retry', trouble: 'adapter-off', detail };
  // A page of whatever stands before Discord, not Discord's own refusal.
  if (!(number > 0) && status !== 400) return { kind: 'retry', trouble: 'platform-down', detail };
  if (status === 403) return { kind: 'refused', trouble: 'no-permission', detail };
  return { kind: 'refused', trouble: 'message-refused', detail };
}

function codeOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  const own: unknown = 'code' in error ? error.code : undefined;
  return own ?? ('cause' in error ? codeOf(error.cause) : undefined);
}

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
