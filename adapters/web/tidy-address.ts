import type { Context } from 'hono';

/** An address of ours, whatever follows; never one that begins with two slashes, which is another site's. */
const OURS = /^\/(?:stories|preview|ask)(?:\/|$)/i;

/**
 * The address that somebody meant who wrote one of ours with a slash at its end or in capitals.
 * @returns `undefined` when there is none but the one that was asked for
 */
export function tidyAddress({ req }: Context): string | undefined {
  const { pathname, search } = new URL(req.url);
  if ((req.method !== 'GET' && req.method !== 'HEAD') || !OURS.test(pathname)) return undefined;
  const tidy = pathname.toLowerCase().replace(/\/+$/, '');
  return tidy === pathname ? undefined : tidy + search;
}
