import { html } from 'hono/html';
import { storyPath } from '../../../src/chat/page-links.ts';
import type { ChangesPage } from '../../../src/chat/story-pages.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import type { Markup } from '../rendering/markup.ts';
import { renderBlocks } from '../rendering/render-block.ts';
import { visible } from '../rendering/visible.ts';
import { layout } from './layout.ts';

/** Where two versions of a story stand beside each other. */
export function changesPath(slug: string, from: number, to: number): string {
  return `/stories/${slug}/changes?from=${from}&to=${to}`;
}

/** What changed between two versions, each side in its own words and cited to it. */
export function changesPage(assets: Assets, { story, from, to, blocks }: ChangesPage): Markup {
  const title = webWording.changesTitle(from.number, to.number);
  const { slug } = story;
  return layout({
    assets,
    title,
    main: html`<main id="main" class="plain changes" tabindex="-1">
<p class="kicker"><a href="/stories/${slug}">${visible(story.title)}</a></p>
<h1>${title}</h1>
<p><a href="${storyPath({ slug, version: from.number })}">${webWording.version(from.number)}</a> · <a href="${storyPath({ slug, version: to.number })}">${webWording.version(to.number)}</a> · <a href="/stories/${slug}/versions">${webWording.allVersions}</a></p>
${blocks.length === 0 ? html`<p>${webWording.sameWords}</p>` : html`<div class="reply">${renderBlocks(blocks, { story, shown: undefined })}</div>`}
</main>`,
  });
}
