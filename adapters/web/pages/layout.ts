import { html } from 'hono/html';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';

/** What every page has around it. */
export interface PageFrame {
  readonly assets: Pick<Assets, 'style' | 'script' | 'icon'>;
  readonly title: string;
  /** What belongs to this page alone in the head: addresses, previews. */
  readonly head?: Markup;
  readonly main: Markup;
  /** Which entry of the navigation this page is. */
  readonly here?: 'stories' | 'preview';
  /** Where a skip link leads besides the content. */
  readonly hasChat?: boolean;
  /** Where what the platforms would show is shown. */
  readonly previewPath?: string;
}

/** A whole document. */
export function layout(frame: PageFrame): Markup {
  const { assets, title, head, main, here, hasChat = false, previewPath = '/preview' } = frame;
  const current = (entry: PageFrame['here']) => (here === entry ? html` aria-current="page"` : NOTHING);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${visible(title)} · ${wording.name}</title>
${head ?? NOTHING}<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
<script type="module" src="${assets.script}"></script>
</head>
<body>
<a class="skip" href="#main">${webWording.skip}</a>
${hasChat ? html`<a class="skip" href="#question">${webWording.skipToChat}</a>` : NOTHING}
<header class="site">
<a class="brand" href="/">${wording.name}</a>
<p class="tagline">${webWording.tagline}</p>
<nav aria-label="${webWording.navigation}"><a href="/"${current('stories')}>${webWording.stories}</a><a href="${previewPath}"${current('preview')}>${webWording.preview}</a></nav>
</header>
${main}
</body>
</html>
`;
}
