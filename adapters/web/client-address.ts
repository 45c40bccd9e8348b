import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * Who is asking, for counting only. Anybody can write `X-Forwarded-For`: of it, only what our own proxies
 * added is believed, which is as many entries at its end as there are of them.
 * @param proxies how many of the operator's proxies stand before us
 */
export function clientAddress(context: Context<{ Bindings: HttpBindings }>, proxies: number): string {
  const direct = context.env.incoming?.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const hops = (context.req.header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-proxies) || direct;
}
