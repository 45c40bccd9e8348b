import type { Context } from 'hono';
import { webWording } from '../../src/chat/wording-web.ts';
import { Packed, type Refused, sendPacked } from './packed.ts';
import { messagePage } from './pages/message-page.ts';
import type { Markup } from './rendering/markup.ts';
import type { WebParts } from './web-parts.ts';

const HTML = 'text/html; charset=UTF-8';

/** Markup, which may still be in the making, as a body. */
export async function packMarkup(markup: Markup, sent: 'kept' | 'once' = 'kept'): Promise<Packed> {
  return new Packed(String(await markup), HTML, sent);
}

/** Sends what one person asked for, kept by nobody. */
export async function send(context: Context, markup: Markup, status: 200 | Refused = 200): Promise<Response> {
  context.header('cache-control', 'no-store');
  return sendPacked(context, await packMarkup(markup, 'once'), status);
}

/** Sends a page to be asked for anew each time, which costs little while it is the same. */
export async function sendPage(context: Context, page: Markup | Promise<Packed>): Promise<Response> {
  context.header('cache-control', 'no-cache');
  const made = await page;
  return sendPacked(context, made instanceof Packed ? made : await packMarkup(made));
}

/** A page that says something and nothing else. */
export function sendWords(
  context: Context,
  { assets }: Pick<WebParts, 'assets'>,
  status: Refused,
  title: string,
  words: string,
): Promise<Response> {
  return send(context, messagePage(assets, title, words), status);
}

/** @param words what is not there */
export function sendNotFound(
  context: Context,
  parts: Pick<WebParts, 'assets'>,
  words: string = webWording.notFound,
): Promise<Response> {
  return sendWords(context, parts, 404, webWording.notFoundTitle, words);
}
