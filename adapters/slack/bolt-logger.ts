import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ops/log.ts';

/**
 * Slack's libraries speak to our log. Their debug lines hold whole requests, what people ask included, and
 * are left out; so is whatever is no message or error.
 */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: (...parts) => log.debug({}, messageOf(parts)),
    warn: (...parts) => log.warn({}, messageOf(parts)),
    error: (...parts) => log.error({}, messageOf(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function messageOf(parts: readonly unknown[]): string {
  const words = parts.flatMap((part) => {
    if (part instanceof Error) return [part.message];
    return typeof part === 'string' ? [part] : [];
  });
  return `Slack's library: ${words.join(' ')}`.slice(0, 500);
}
