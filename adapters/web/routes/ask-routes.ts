import { webWording } from '../../../src/chat/wording-web.ts';
import type { Routes } from '../../../src/ops/http-server.ts';
import type { Answered } from '../answerer.ts';
import { type AskForm, readForm } from '../read-form.ts';
import type { Markup } from '../rendering/markup.ts';
import { renderTurn } from '../rendering/render-turn.ts';
import { send, sendWords } from '../send.ts';
import type { WebContext, WebParts } from '../web-parts.ts';
import { homeMarkup } from './home-routes.ts';
import { storyMarkup } from './story-routes.ts';

/** `/ask`: a question, answered with the whole page, or with the turn alone for a page that has the rest. */
export function askRoutes(app: Routes, parts: WebParts): void {
  // Somebody pressed Enter in the address bar, where a form had led them.
  app.get('/ask', (context) => {
    const page = parts.pages.page(context.req.query('story') ?? '');
    return context.redirect(page ? `/stories/${page.story.slug}` : '/', 303);
  });
  app.post('/ask', async (context) => {
    const form = await readForm(context.req.raw);
    if (form === 'too-long') {
      return sendWords(context, parts, 413, webWording.tooLongTitle, webWording.tooLong);
    }
    if (form === 'unreadable') {
      return sendWords(context, parts, 400, webWording.unreadableTitle, webWording.unreadable);
    }
    const answered = await parts.answerer.answer(form);
    return form.turnOnly
      ? sendTurn(context, parts, form, answered)
      : send(context, wholePage(parts, form, answered));
  });
}

/** What the script on the page needs to go on is said in headers. */
function sendTurn(
  context: WebContext,
  { chat }: WebParts,
  form: AskForm,
  { key, turn }: Answered,
): Promise<Response> {
  const shown = form.version === undefined ? undefined : { slug: form.story, version: form.version };
  context.header('x-talk', key ?? '');
  context.header('x-turn', String(turn.number + 1));
  return send(context, renderTurn(turn, { encoder: chat, shown, newest: true }));
}

/**
 * The page the form was on, as it was, while the answer is about its story or none; else that of the story the
 * answer speaks of. On the page of all stories, an answer of one leads to it.
 */
function wholePage(parts: WebParts, form: AskForm, { turn, ...talk }: Answered): Markup {
  const spoken = turn.reply.story;
  const here = parts.pages.page(form.story, form.version);
  const there = spoken && parts.pages.page(spoken.slug, spoken.version);
  const page = spoken === undefined || spoken.slug === here?.story.slug ? here : there;
  const shown = page ?? there ?? here;
  return shown ? storyMarkup(parts, shown, talk) : homeMarkup(parts, talk);
}
