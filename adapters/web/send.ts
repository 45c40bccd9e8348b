import type { Context } from 'hono';
import { webWording } from '../../src/chat/wording-web.ts';
import { messagePage } from './pages/message-page.ts';
import type { Markup } from './rendering/markup.ts';
import type { WebParts } from './web-parts.ts';

type Status = 200 | 400 | 403 | 404 | 413 | 429 | 500 | 503;

/** Sends markup, which may still be in the making. */
export async function send(context: Context, markup: Markup, status: Status = 200): Promise<Response> {
  return context.html(await markup, status);
}

/** A page to be asked for anew each time, which costs little while it is the same. */
export function sendPage(context: Context, markup: Markup): Promise<Response> {
  context.header('cache-control', 'no-cache');
  return send(context, markup);
}

/** A page that says something and nothing else, kept by nobody. */
export function sendWords(
  context: Context,
  { assets }: Pick<WebParts, 'assets'>,
  status: Status,
  title: string,
  words: string,
): Promise<Response> {
  context.header('cache-control', 'no-store');
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
