import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../ops/log.ts';

/** One thing that is stopped, as the log names it. */
export interface Stopping {
  readonly what: string;
  readonly stop: () => Promise<unknown>;
}

/**
 * Stops what runs, stage after stage, each stage's parts together. A part that fails or is not done when the
 * time is up is told of and left behind: the next stage is stopped all the same.
 * @param milliseconds for all of it
 */
export async function shutDown(
  stages: readonly (readonly Stopping[])[],
  milliseconds: number,
  log: Log,
): Promise<void> {
  const timeIsUp = new AbortController();
  const deadline = delay(milliseconds, 'late' as const, { signal: timeIsUp.signal, ref: false });
  deadline.catch(() => undefined);
  for (const stage of stages) await Promise.all(stage.map((part) => stopOne(part, deadline, log)));
  timeIsUp.abort();
}

async function stopOne({ what, stop }: Stopping, deadline: Promise<'late'>, log: Log): Promise<void> {
  try {
    if ((await Promise.race([stop(), deadline])) === 'late') {
      log.warn({ part: what }, 'not everything was finished in time');
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ part: what, reason }, 'could not be stopped in order');
  }
}
