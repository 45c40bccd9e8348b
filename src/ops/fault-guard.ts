import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { FaultSource, Metrics } from './metrics.ts';
import type { PartState, Readiness } from './readiness.ts';

export interface Guarding {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly readiness: Readiness;
}

/** What Node's process tells of; a test has one of its own. */
export interface FaultyProcess {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (reason: unknown) => void): unknown;
  off(event: 'uncaughtException' | 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

export interface FaultGuard {
  /** Resolves when there have been too many faults for the process to be trusted any longer. */
  readonly givenUp: Promise<void>;
  readonly hasGivenUp: boolean;
  release(): void;
}

const MINUTE = 60_000;
/** Faults in a minute that are too many. */
const TOO_MANY = 10;
/** Milliseconds for which a fault is remembered in `/readyz`. */
const REMEMBERED = 10 * MINUTE;

/**
 * Keeps the service running past an error that nobody caught: it is logged, counted and told of as the part
 * `process`. The danger of going on is half-done work: something opened may never be closed, somebody may wait
 * for an answer that never comes. That is less than what leaving would cost, for no state of one request is
 * another's, the store's transactions are whole or not there, and deliveries are leased: what was half done is
 * done again when the lease ends. Both platforms would be cut off, and Discord lets a bot connect only so often
 * a day. A fault that comes again and again is different: the process then asks to be stopped in order, and
 * the supervisor starts a new one.
 */
export function guardFaults(process: FaultyProcess, guarding: Guarding): FaultGuard {
  const { log, metrics, clock, readiness } = guarding;
  const givenUp = Promise.withResolvers<void>();
  let recent: readonly number[] = [];
  let total = 0;
  let hasGivenUp = false;
  const noting = (source: FaultSource) => (fault: unknown) => {
    const now = clock.now();
    total += 1;
    recent = [...recent.filter((at) => at > now - REMEMBERED), now].slice(-TOO_MANY);
    metrics.fault(source);
    log.error({ source, fault }, 'nobody caught this error; going on');
    if (recent.filter((at) => at > now - MINUTE).length < TOO_MANY) return;
    log.error({ faults: total }, 'too many faults in a minute; stopping, to be started afresh');
    hasGivenUp = true;
    givenUp.resolve();
  };
  const onException = noting('exception');
  const onRejection = noting('rejection');
  process.on('uncaughtException', onException);
  process.on('unhandledRejection', onRejection);
  readiness.told('process', () => stateAfter(recent.at(-1), total, clock.now()));
  return {
    givenUp: givenUp.promise,
    get hasGivenUp() {
      return hasGivenUp;
    },
    release() {
      process.off('uncaughtException', onException);
      process.off('unhandledRejection', onRejection);
    },
  };
}

function stateAfter(last: number | undefined, total: number, now: number): PartState {
  if (last === undefined || last <= now - REMEMBERED) return { kind: 'up' };
  const times = total === 1 ? 'one error was' : `${total} errors were`;
  return { kind: 'degraded', reason: `${times} caught by nobody; the log has them` };
}
