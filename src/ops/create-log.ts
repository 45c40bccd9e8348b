import { pino } from 'pino';
import type { Log } from './log.ts';

/** The service's log: a JSON object a line, on stderr, so that stdout stays what the bot says. */
export function createLog(): Log {
  return pino({ base: null }, pino.destination(2));
}
