import { webWording } from '../../src/chat/wording-web.ts';
import { sendWords } from './send.ts';
import type { WebContext, WebParts } from './web-parts.ts';

/**
 * Answers a request whose page could not be made, and tells of the fault. Of one that broke off before all of it had
 * come there is nothing to mend here: anybody could fill the log with those.
 */
export function sendBroken(context: WebContext, parts: WebParts, fault: unknown): Promise<Response> {
  const { log, metrics } = parts;
  if (brokeOff(context)) {
    log.debug({ fault }, 'a request broke off');
    return sendWords(context, parts, 400, webWording.unreadableTitle, webWording.unreadable);
  }
  metrics.fault('page');
  log.error({ fault }, 'a page could not be made');
  return sendWords(context, parts, 500, webWording.brokenTitle, webWording.broken);
}

function brokeOff({ env }: WebContext): boolean {
  return env.incoming?.destroyed === true && !env.incoming.complete;
}
