import { setTimeout as sleep } from 'node:timers/promises';
import { failureOf } from './failure-of.ts';

const TRIES = 3;
const PAUSE_MS = 250;

/**
 * Sends again when it is not sure that the first try arrived: discord.js does so after a 5xx or a time-out,
 * but gives up when the connection is cut in some ways. For requests that may be made twice: Discord knows the
 * second for the first by a nonce or an interaction's token, an edit says the same again.
 */
export async function insist<T>(request: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await request();
    } catch (error) {
      if (failureOf(error).kind !== 'uncertain' || tried >= TRIES) throw error;
    }
    await sleep(PAUSE_MS * tried);
  }
}
