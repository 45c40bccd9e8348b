import { WebAPIPlatformError } from '@slack/web-api';
import type { PostOutcome, PostTrouble } from '../../../src/chat/courier.ts';
import { NotInstalled } from '../install/sealed-installations.ts';
import { type Failure, failureOf } from '../posting/failure.ts';

/** Whatever came of a post but that it is there; `malformed` when Slack would not take the body as it was. */
export type NotSent = Exclude<PostOutcome, { readonly kind: 'sent' }> & { readonly malformed?: true };

/** Slack's refusals that say what is wrong with the place or the person; the rest goes by what a failure means. */
const REFUSED: ReadonlyMap<string, PostTrouble> = new Map<string, PostTrouble>([
  ['channel_not_found', 'channel-gone'],
  ['not_in_channel', 'not-in-channel'],
  ['is_archived', 'channel-archived'],
  ['user_not_found', 'no-direct-messages'],
  ['user_not_visible', 'no-direct-messages'],
  ['user_disabled', 'no-direct-messages'],
  ['users_not_found', 'no-direct-messages'],
  ['cannot_dm_bot', 'no-direct-messages'],
  ['messages_tab_disabled', 'no-direct-messages'],
]);

/** What a failed post means for the digest it carried. Whatever is not certain is uncertain. */
export function postOutcome(error: unknown): NotSent {
  const cause = causeOf(error);
  if (cause instanceof NotInstalled) return { kind: 'refused', trouble: 'removed', detail: cause.message };
  const code = cause instanceof WebAPIPlatformError ? cause.data.error : '';
  const trouble = REFUSED.get(code);
  return trouble === undefined ? outcomeOf(failureOf(cause)) : { kind: 'refused', trouble, detail: code };
}

/** The same for what only prepares a post: whatever became of it, nothing was posted. */
export function preparationOutcome(error: unknown): NotSent {
  const outcome = postOutcome(error);
  return outcome.kind === 'uncertain' ? { ...outcome, kind: 'retry' } : outcome;
}

function outcomeOf(failure: Failure): NotSent {
  switch (failure.kind) {
    case 'wait':
      return { kind: 'retry', trouble: 'rate-limited', afterMs: failure.milliseconds };
    case 'undone':
      return { kind: 'retry', trouble: 'platform-down', detail: failure.reason };
    case 'uncertain':
      return { kind: 'uncertain', trouble: 'platform-down', detail: failure.reason };
    case 'barred':
      return failure.why.kind === 'missing-scope'
        ? { kind: 'refused', trouble: 'missing-scope', detail: failure.why.needed }
        : { kind: 'refused', trouble: 'no-permission', detail: failure.why.kind };
    case 'dead':
      return { kind: 'refused', trouble: 'removed', detail: failure.reason };
    case 'gone':
    case 'malformed': {
      const detail = failure.reason;
      // An answer of something between us and Slack says nothing about the message.
      if (detail.startsWith('HTTP ')) return { kind: 'retry', trouble: 'platform-down', detail };
      return { kind: 'refused', trouble: 'message-refused', detail, malformed: true };
    }
    default:
      return failure satisfies never;
  }
}

/** Slack's installer wraps what kept it from finding a token. */
function causeOf(error: unknown): unknown {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if (inner instanceof NotInstalled || inner instanceof WebAPIPlatformError) return inner;
    const original: unknown = Reflect.get(inner, 'original');
    if (original instanceof NotInstalled || original instanceof WebAPIPlatformError) return original;
  }
  return error;
}
