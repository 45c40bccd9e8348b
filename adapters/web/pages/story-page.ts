import { html } from 'hono/html';
import { placeId } from '../../../src/chat/page-links.ts';
import type { StoryPage } from '../../../src/chat/story-pages.ts';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { linkAddress } from '../rendering/link-address.ts';
import { type Mark, marksOf } from '../rendering/marks.ts';
import { joined, type Markup, NOTHING } from '../rendering/markup.ts';
import { renderBlocks } from '../rendering/render-block.ts';
import { renderSentences } from '../rendering/render-sentence.ts';
import { visible } from '../rendering/visible.ts';
import { chatPanel, type PanelOptions } from './chat-panel.ts';
import { layout } from './layout.ts';
import { storyMetadata } from './metadata.ts';

export interface StoryPageOptions extends Omit<PanelOptions, 'story'> {
  readonly assets: Assets;
  readonly page: StoryPage;
  readonly publicUrl: string | undefined;
  /** The version that was asked for and is not kept any more. */
  readonly lost?: number | undefined;
}

/** A story with its facts and its chat beside it; what the newest answer cites is lit up. */
export function storyPage(options: StoryPageOptions): Markup {
  const { assets, page, publicUrl, talk, encoder, starters, lost } = options;
  const { story } = page;
  const newest = talk.turns.at(-1)?.reply;
  const isHere = newest?.story?.slug === story.slug && newest.story.version === story.version;
  const marks = newest && isHere ? marksOf(newest) : [];
  return layout({
    assets,
    title: story.title,
    head: storyMetadata(page, publicUrl),
    hasChat: true,
    previewPath: `/preview?story=${story.slug}`,
    main: html`<main id="main" class="reading" tabindex="-1">
<article class="story">
${storyHeader(page, marks, lost)}
${brief(page)}
<div class="body">${page.paragraphs.map((paragraph) => renderParagraph(paragraph, marks))}</div>
${storyFooter(page)}
</article>
${chatPanel({ talk, encoder, starters, story })}
${factsAside(page)}
</main>`,
  });
}

function storyHeader(page: StoryPage, marks: readonly Mark[], lost: number | undefined): Markup {
  const { story, published, author, standfirst, newest } = page;
  const path = `/stories/${story.slug}`;
  return html`<header>
${lost === undefined ? NOTHING : html`<p class="banner" role="status">${webWording.lostVersion(lost)}</p>`}
${story.version === newest ? NOTHING : html`<p class="banner" role="status">${webWording.olderVersion(story.version, newest)} <a href="${path}">${webWording.readNewest}</a></p>`}
<p class="kicker">${story.source ? html`<span>${visible(story.source)}</span>` : NOTHING}${published ? html`<time datetime="${published.date}"${published.note ? html` title="${visible(published.note)}"` : NOTHING}>${published.words}</time>` : NOTHING}</p>
<h1>${page.title.length > 0 ? renderSentences(page.title, marks) : visible(story.title)}</h1>
${standfirst.length > 0 ? html`<p class="standfirst">${renderSentences(standfirst, marks)}</p>` : NOTHING}
${author ? html`<p class="byline">${webWording.by(visible(author))}</p>` : NOTHING}
</header>`;
}

function brief(page: StoryPage): Markup {
  const { story, corrections } = page;
  return html`<section class="brief" aria-labelledby="brief-title"><h2 id="brief-title">${webWording.inShort}</h2>
${renderBlocks(page.summary, { story, shown: story })}${corrections.map((words) => html`<p class="note">${visible(wording.correction(words))}</p>`)}</section>`;
}

function renderParagraph(
  { number, sentences }: StoryPage['paragraphs'][number],
  marks: readonly Mark[],
): Markup {
  const isDamaged = sentences.some(({ damaged }) => damaged !== undefined);
  const first = placeId({ paragraph: number, sentence: 1 });
  return html`<div class="para${isDamaged ? ' damaged' : ''}"><a class="number" href="#${first}" aria-label="${webWording.paragraph(number)}">¶${number}</a><p>${renderSentences(sentences, marks)}</p>${isDamaged ? html`<p class="note">${webWording.damaged}</p>` : NOTHING}</div>
`;
}

function storyFooter({ story, licence, newest }: StoryPage): Markup {
  const path = `/stories/${story.slug}`;
  const source = story.url === undefined ? undefined : linkAddress(story.url);
  return html`<footer><ul>
${source ? html`<li><a href="${visible(source)}" rel="noopener noreferrer">${webWording.original}</a></li>` : NOTHING}
<li><a href="${path}/versions">${webWording.versions(newest)}</a></li>
<li><a href="${path}/feed.atom">${webWording.feed}</a></li>
${licence ? html`<li>${visible(webWording.licence(licence))}</li>` : NOTHING}
</ul></footer>`;
}

/** Open at first: who and what, which are short; the others are there to be opened. */
const OPEN: ReadonlySet<string> = new Set(['people', 'numbers', 'timeline']);

function factsAside({ story, facts }: StoryPage): Markup {
  if (facts.length === 0) return NOTHING;
  const setting = { story, shown: story };
  return html`<aside class="facts" aria-labelledby="facts-title"><h2 id="facts-title">${webWording.facts}</h2>
${joined(
  facts.map(
    ({ view, blocks }) =>
      html`<details class="${view}"${OPEN.has(view) ? html` open` : NOTHING}><summary><h3>${wording.views[view]}</h3></summary>${renderBlocks(blocks, setting)}</details>\n`,
  ),
)}</aside>`;
}
