import { html } from 'hono/html';
import type { StoryCard } from '../../../src/chat/story-pages.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { LIMITS } from '../limits.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';
import { chatPanel, type PanelOptions } from './chat-panel.ts';
import { layout } from './layout.ts';

export interface HomePageOptions extends Omit<PanelOptions, 'story'> {
  readonly assets: Assets;
  readonly cards: readonly StoryCard[];
  /** Stories there are in all, and how many newer ones stand before these. */
  readonly count: number;
  readonly from: number;
}

/** The stories, the newest first, and a chat that finds the one that says. */
export function homePage({ assets, cards, count, from, talk, encoder, starters }: HomePageOptions): Markup {
  return layout({
    assets,
    title: webWording.homeTitle,
    here: 'stories',
    hasChat: true,
    main: html`<main id="main" class="home" tabindex="-1">
<div class="stories"><h1>${webWording.homeTitle}</h1>
<p class="standfirst">${count === 0 ? webWording.empty : webWording.homeIntro}</p>
<ul class="cards">${cards.map(renderCard)}</ul>
${pager(from, count)}</div>
${chatPanel({ talk, encoder, starters, story: undefined })}
</main>`,
  });
}

function renderCard({ story, teaser, published }: StoryCard): Markup {
  return html`<li><p class="kicker">${story.source ? html`<span>${visible(story.source)}</span>` : NOTHING}${published ? html`<time datetime="${published.date}">${published.words}</time>` : NOTHING}</p>
<h2><a href="/stories/${story.slug}">${visible(story.title)}</a></h2>
${teaser === '' ? NOTHING : html`<p>${visible(teaser)}</p>`}</li>
`;
}

function pager(from: number, count: number): Markup {
  const older = from + LIMITS.listed;
  const newer = Math.max(0, from - LIMITS.listed);
  if (from === 0 && older >= count) return NOTHING;
  return html`<p class="pager">${from > 0 ? html`<a href="/?from=${newer}" rel="prev">${webWording.newer}</a>` : NOTHING}${older < count ? html`<a href="/?from=${older}" rel="next">${webWording.older}</a>` : NOTHING}</p>`;
}
