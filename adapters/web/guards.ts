import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Cooldown } from '../../src/chat/cooldown.ts';
import { webWording } from '../../src/chat/wording-web.ts';
import { clientAddress } from './client-address.ts';
import { LIMITS } from './limits.ts';
import { isFromOurPage } from './same-site.ts';
import { sendWords } from './send.ts';
import type { WebContext, WebParts } from './web-parts.ts';

type Guard = MiddlewareHandler<{ Bindings: HttpBindings }>;

/** Counts clients by their address; who comes too often is told when to come again. */
export function limitRates(parts: WebParts): Guard {
  const { clock, rates, settings } = parts;
  const limits = {
    pages: new Cooldown(rates.pages),
    questions: new Cooldown(rates.questions),
    comparisons: new Cooldown(rates.comparisons),
  };
  return async (context, next) => {
    const limit = limits[whatIsWanted(context)];
    const wait = limit.take(clientAddress(context, settings.proxies ?? 0), clock.now());
    if (wait === 0) return next();
    const seconds = Math.ceil(wait / 1000);
    context.header('retry-after', String(seconds));
    return sendWords(context, parts, 429, webWording.slowDownTitle, webWording.slowDown(seconds));
  };
}

function whatIsWanted({ req }: WebContext): keyof WebParts['rates'] {
  if (req.method === 'POST' || req.query('question') !== undefined) return 'questions';
  return /^\/stories\/[^/]+\/(?:changes|feed\.atom)$/.test(req.path) ? 'comparisons' : 'pages';
}

/** Takes forms from our own pages only, and while we are not stopping. */
export function takeOwnForms(parts: WebParts): Guard {
  return async (context, next) => {
    if (!isFromOurPage(context, parts.settings.publicUrl)) {
      return sendWords(context, parts, 403, webWording.elsewhereTitle, webWording.elsewhere);
    }
    if (parts.isStopping()) {
      return sendWords(context, parts, 503, webWording.stoppingTitle, webWording.stopping);
    }
    return next();
  };
}

/**
 * Reads no body longer than a form can be. One whose length is told is judged by that, for the server reads no more
 * than what was told; counting it as it comes would cost a stream for every form.
 */
export function limitBody(parts: WebParts): Guard {
  const tooLong = (context: WebContext): Promise<Response> => {
    // The rest of it is not read, so the connection is of no more use.
    context.header('connection', 'close');
    return sendWords(context, parts, 413, webWording.tooLongTitle, webWording.tooLong);
  };
  const counted: Guard = bodyLimit({ maxSize: LIMITS.body, onError: tooLong });
  return async (context, next) => {
    const told = context.req.header('content-length');
    if (told === undefined || context.req.header('transfer-encoding') !== undefined) {
      return counted(context, next);
    }
    return Number(told) > LIMITS.body ? tooLong(context) : next();
  };
}
