import cron from 'node-cron';
import type { Clock } from '../ops/clock.ts';
import type { Log } from '../ops/log.ts';
import type { PartState } from '../ops/readiness.ts';
import type { Beat } from './beat.ts';

const MINUTE = 60_000;
/** Milliseconds without a beat after which something holds the schedule up. */
const LATE = 3 * MINUTE;
const TROUBLE = 'what is due could not be found out; trying again in a minute';

export interface Schedule {
  /** Whether it beats, and when it last did so well. */
  state(): PartState;
  /** Beats no more, and resolves when the last one is done. */
  stop(): Promise<void>;
}

/**
 * Beats now and at every full minute, never twice at the same time. What a beat misses, the next one makes good:
 * it asks the store what is due, and does not care which minute it is. node-cron does not run at all while a clock
 * that was set back has not reached its old time again: then the beats are a minute apart by the process's time.
 */
export function startSchedule(
  beat: Beat,
  { log, clock }: { readonly log: Log; readonly clock: Clock },
): Schedule {
  let running: Promise<void> | undefined;
  let lastBegan = performance.now();
  let last: { readonly at: number; readonly hasFailed: boolean } | undefined;
  let lastAt: string | undefined;

  async function beatOnce(): Promise<void> {
    lastBegan = performance.now();
    try {
      await beat();
      lastAt = new Date(clock.now()).toISOString();
      last = { at: performance.now(), hasFailed: false };
    } catch (error) {
      last = { at: performance.now(), hasFailed: true };
      log.error({ fault: String(error) }, TROUBLE);
    } finally {
      running = undefined;
    }
  }

  function beatUnlessRunning(): Promise<void> {
    running ??= beatOnce();
    return running;
  }

  const task = cron.schedule('* * * * *', beatUnlessRunning, {
    name: 'heartbeat',
    noOverlap: true,
    // A slot that a busy or suspended process comes to late is still worth a beat.
    missedExecutionTolerance: MINUTE - 1000,
    suppressMissedWarning: true,
    logger: cronLogger(log),
  });
  const guard = setInterval(() => {
    if (performance.now() - lastBegan >= MINUTE) void beatUnlessRunning();
  }, MINUTE);
  guard.unref();
  void beatUnlessRunning();

  return {
    state() {
      const when = lastAt !== undefined && { lastAt };
      if (last === undefined)
        return { kind: 'connecting', reason: 'it looks for what is due the first time' };
      if (last.hasFailed) return { kind: 'degraded', reason: TROUBLE, ...when };
      if (performance.now() - last.at < LATE) return { kind: 'up', ...when };
      return { kind: 'degraded', reason: 'it has not looked for what is due for some minutes', ...when };
    },
    async stop() {
      clearInterval(guard);
      await task.destroy();
      await running;
    },
  };
}

function cronLogger(log: Log) {
  const say = (level: 'debug' | 'warn' | 'error') => (message: string | Error) =>
    log[level]({ scheduler: String(message) }, 'the scheduler says something');
  return { debug: say('debug'), info: say('debug'), warn: say('debug'), error: say('error') };
}
