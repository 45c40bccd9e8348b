import { html } from 'hono/html';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import type { Markup } from '../rendering/markup.ts';
import { layout } from './layout.ts';

/** Why there is nothing else to show, in words, and the way back. */
export function messagePage(assets: Assets, title: string, words: string): Markup {
  return layout({
    assets,
    title,
    main: html`<main id="main" class="plain" tabindex="-1"><h1>${title}</h1><p>${words}</p><p><a href="/">${webWording.backHome}</a></p></main>`,
  });
}
