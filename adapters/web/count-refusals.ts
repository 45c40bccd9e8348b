import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { REFUSALS } from '../../src/ops/metrics.ts';
import type { WebParts } from './web-parts.ts';

/** Counts what is refused, whoever refuses it. */
export function countRefusals({ metrics }: WebParts): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    await next();
    const status = REFUSALS.find((each) => each === context.res.status);
    if (status !== undefined) metrics.refused(status);
  };
}
