import type { Routes } from '../../../src/ops/http-server.ts';
import { LIMITS } from '../limits.ts';
import { type HomePageOptions, homePage } from '../pages/home-page.ts';
import { count } from '../read-form.ts';
import type { Markup } from '../rendering/markup.ts';
import { sendPage } from '../send.ts';
import { startersOf } from '../starters.ts';
import type { WebParts } from '../web-parts.ts';

/** `/`: the stories. */
export function homeRoutes(app: Routes, parts: WebParts): void {
  app.get('/', (context) => {
    const from = count(context.req.query('from')) ?? 0;
    return sendPage(context, homeMarkup(parts, { key: undefined, turns: [] }, from));
  });
}

/** The page of stories, with a talk. */
export function homeMarkup(parts: WebParts, talk: HomePageOptions['talk'], from = 0): Markup {
  const { assets, chat, pages } = parts;
  const cards = pages.list(from, LIMITS.listed);
  return homePage({
    assets,
    talk,
    cards,
    from,
    count: pages.count(),
    encoder: chat,
    starters: startersOf(chat, cards[0]?.story),
  });
}
