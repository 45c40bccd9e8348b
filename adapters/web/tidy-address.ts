import type { Context } from 'hono';

/** An address of ours, whatever follows; never one that begins with two slashes, which is another site's. */
const OURS = /^\/(?:stories|preview|ask)(?:\/|$)/i;

/**
 * The address that somebody meant who wrote one of ours with a slash at its end or in capitals.
 * @returns `undefined` when there is none but the one that was asked for
 */
export function tidyAddress({ req }: Context): string | undefined {
  const { method, path } = req;
  if ((method !== 'GET' && method !== 'HEAD') || !OURS.test(path)) return undefined;
  const tidy = path.toLowerCase().replace(/\/+$/, '');
  return tidy === path ? undefined : tidy + new URL(req.url).search;
}
