import cron from 'node-cron';
import type { Log } from '../ops/log.ts';
import type { Beat } from './beat.ts';

const MINUTE = 60_000;

export interface Schedule {
  /** Beats no more, and resolves when the last one is done. */
  stop(): Promise<void>;
}

/**
 * Beats now and at every full minute, never twice at the same time. What a beat misses, the next one makes good:
 * it asks the store what is due, and does not care which minute it is. node-cron does not run at all while a clock
 * that was set back has not reached its old time again: then the beats are a minute apart by the process's time.
 */
export function startSchedule(beat: Beat, log: Log): Schedule {
  let running: Promise<void> | undefined;
  let lastBegan = performance.now();

  async function beatOnce(): Promise<void> {
    lastBegan = performance.now();
    try {
      await beat();
    } catch (error) {
      log.error({ fault: String(error) }, 'what is due could not be found out; trying again in a minute');
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
