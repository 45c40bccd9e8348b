import { setTimeout as delay } from 'node:timers/promises';

/** Waiting, so that tests need not. */
export interface Timers {
  /**
   * Resolves after so many milliseconds; at once when there are none to wait.
   * @throws the signal's reason when it is aborted meanwhile
   */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemTimers: Timers = {
  async wait(milliseconds, signal) {
    signal?.throwIfAborted();
    if (milliseconds > 0) await delay(milliseconds, undefined, { signal });
  },
};
