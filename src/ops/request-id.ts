import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/**
 * Does the work under an id of its own: every line that is logged meanwhile carries it, so that one request's
 * lines can be joined.
 */
export function underNewRequestId<T>(work: () => T): T {
  return current.run(randomBytes(6).toString('hex'), work);
}

/** Does the work under the id it is done under already, or a new one. */
export function underRequestId<T>(work: () => T): T {
  return current.getStore() === undefined ? underNewRequestId(work) : work();
}

/** The id this is done under, if any. */
export function requestId(): string | undefined {
  return current.getStore();
}
