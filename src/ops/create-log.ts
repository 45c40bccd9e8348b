import { pino } from 'pino';
import type { Log } from './log.ts';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
}

/** The service's log: a JSON object a line, on stderr, so that stdout stays what the bot says. */
export function createLog({ level }: LogOptions): Log {
  return pino({ base: null, level }, pino.destination(2));
}
