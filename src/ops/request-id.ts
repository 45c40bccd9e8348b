import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Random digits at the end of a UUID: Node asks the system for many of those at once. */
const DIGITS = 12;

/**
 * Does the work under an id of its own: every line that is logged meanwhile carries it, so that one request's
 * lines can be joined.
 */
export function underNewRequestId<T>(work: () => T): T {
  return current.run(randomUUID().slice(-DIGITS), work);
}

/** Does the work under the id it is done under already, or a new one. */
export function underRequestId<T>(work: () => T): T {
  return current.getStore() === undefined ? underNewRequestId(work) : work();
}

/** The id this is done under, if any. */
export function requestId(): string | undefined {
  return current.getStore();
}
