import { html } from 'hono/html';
import type { StoryRef } from '../../../src/chat/reply.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';
import { layout } from './layout.ts';

export interface PreviewFrame {
  readonly assets: Assets;
  /** Which of the previews this is. */
  readonly tab: 'messages' | 'digest';
  readonly intro: string;
  readonly form: Markup;
  readonly result: Markup;
}

/** What all previews have around them. */
export function previewFrame({ assets, tab, intro, form, result }: PreviewFrame): Markup {
  const current = (which: PreviewFrame['tab']) => (which === tab ? html` aria-current="page"` : NOTHING);
  return layout({
    assets,
    title: webWording.previewTitle,
    here: 'preview',
    head: html`<meta name="robots" content="noindex">
<link rel="stylesheet" href="${assets.previewStyle}">
`,
    main: html`<main id="main" class="preview" tabindex="-1">
<h1>${webWording.previewTitle}</h1>
<nav class="tabs" aria-label="${webWording.previews}"><a href="/preview"${current('messages')}>${webWording.previewMessages}</a><a href="/preview/digest"${current('digest')}>${webWording.previewDigests}</a></nav>
<p class="standfirst">${intro}</p>
${form}
${result}
</main>`,
  });
}

/** Stories to choose from. One that was asked for and is not among them is not lost. */
export function storyChoices(stories: readonly StoryRef[], chosen: string): Markup {
  const isListed = chosen === '' || stories.some(({ slug }) => slug === chosen);
  const listed = stories.map(
    ({ slug, title }) =>
      html`<option value="${slug}"${slug === chosen ? html` selected` : NOTHING}>${visible(title)}</option>`,
  );
  const other = html`<option value="${visible(chosen)}" selected>${visible(chosen)}</option>`;
  return html`${isListed ? NOTHING : other}${listed}`;
}
