import { setTimeout as delay } from 'node:timers/promises';

/** SQLite's code when another connection holds the lock; the low byte of its extended codes. */
const SQLITE_BUSY = 5;
const PATIENCE_MS = 10_000;
const LONGEST_PAUSE_MS = 50;

/**
 * Tries again, for 10 s, for as long as another connection to the file is writing. SQLite's own waiting would
 * stop the whole process, and for ever if the other connection were this process's too.
 * @throws the work's error
 */
export async function waitForOthers<T>(work: () => T | Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
    await delay(pause * (0.5 + Math.random()));
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  );
}
