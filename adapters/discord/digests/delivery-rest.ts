import { DefaultRestOptions, REST } from 'discord.js';
import type { DiscordSettings } from '../settings.ts';

const TIMEOUT_MS = 15_000;
/** Shorter waits for a channel's own limit are waited for here; a longer one is the ledger's to wait for. */
const PATIENCE_MS = 6_000;
/** What the library remembers of a channel that nothing is sent to is let go after so long: waves have many. */
const REMEMBERED_MS = 5_000;

/**
 * Requests for digests, beside those of the connection: nobody who asks something waits behind them, and nothing
 * is ever sent again by the library, since only the ledger knows whether it may be.
 */
export function deliveryRest({ apiUrl }: Pick<DiscordSettings, 'apiUrl'>): REST {
  return new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: TIMEOUT_MS,
    handlerSweepInterval: REMEMBERED_MS,
    // Several digests for one channel wait for each other; all of them are within the bot's common limit already.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // The bot's common limit is never waited for here: all that wait would leave at once when it is over.
    rejectOnRateLimit: ({ global, retryAfter, timeToReset }) =>
      global || Math.max(retryAfter, timeToReset) > PATIENCE_MS,
    makeRequest: DefaultRestOptions.makeRequest,
  });
}
