import type { Context } from 'hono';

/**
 * Whether a form was sent from a page of ours. Without cookies another site gains nothing by sending one, but
 * it need not be let: browsers say where a form comes from. What says nothing of it is no browser.
 * @param publicUrl the address we are reached under from outside, when there is one
 */
export function isFromOurPage(context: Context, publicUrl: string | undefined): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = context.req.header('origin');
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  // The host a browser was told is the one it names; a proxy may have changed the protocol.
  return origin === publicUrl || new URL(origin).host === context.req.header('host');
}
