import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** What a failed request means for us; the one place where Discord's codes are read. */
export type Failure =
  /** Whom it was for is not there any more: the interaction expired, the message or channel was deleted. */
  | { readonly kind: 'gone'; readonly code: number }
  /** The interaction has its first response: an earlier try of ours arrived. */
  | { readonly kind: 'acknowledged'; readonly code: number }
  | { readonly kind: 'forbidden'; readonly code: number }
  /** This person takes no messages from the bot. */
  | { readonly kind: 'closed'; readonly code: number }
  | { readonly kind: 'token'; readonly code: number }
  /** It may have arrived or not. */
  | { readonly kind: 'uncertain'; readonly code: number }
  /** Discord refused what we sent: a fault of ours. */
  | { readonly kind: 'bug'; readonly code: number };

const GONE: ReadonlySet<number | string> = new Set<number>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);
const FORBIDDEN: ReadonlySet<number | string> = new Set<number>([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);
/** 50278: no server in common; not in the library's list yet. */
const CLOSED: ReadonlySet<number | string> = new Set<number>([
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  50278,
]);

export function failureOf(error: unknown): Failure {
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    if (GONE.has(code)) return { kind: 'gone', code };
    if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
      return { kind: 'acknowledged', code };
    if (FORBIDDEN.has(code)) return { kind: 'forbidden', code };
    if (CLOSED.has(code)) return { kind: 'closed', code };
    if (error.status === 401) return { kind: 'token', code };
    return { kind: 'bug', code };
  }
  // 5xx after the library's own tries, a time-out, a cut connection.
  return { kind: 'uncertain', code: error instanceof HTTPError ? error.status : 0 };
}
