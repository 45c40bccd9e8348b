import { html, raw } from 'hono/html';
import { storyPath } from '../../../src/chat/page-links.ts';
import type { StoryPage } from '../../../src/chat/story-pages.ts';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';

/** Link previews cut a description near here anyway. */
const DESCRIPTION = 300;

/**
 * What link previews and search engines read of a story. Whole addresses are given only when the operator said
 * what ours is: the Host header is anybody's.
 */
export function storyMetadata(page: StoryPage, publicUrl: string | undefined): Markup {
  const { story, author, published } = page;
  const path = `/stories/${story.slug}`;
  const address = publicUrl === undefined ? undefined : publicUrl + path;
  const description = visible(shortened(page.line));
  const title = visible(story.title);
  const isNewest = story.version === page.newest;
  return html`${
    description === ''
      ? NOTHING
      : html`<meta name="description" content="${description}">
<meta property="og:description" content="${description}">
`
  }<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:site_name" content="${wording.name}">
<meta name="twitter:card" content="summary">
${published ? html`<meta property="article:published_time" content="${published.date}">\n` : NOTHING}${author ? html`<meta name="author" content="${visible(author)}">\n` : NOTHING}${address ? html`<meta property="og:url" content="${address}">\n` : NOTHING}${isNewest ? NOTHING : html`<meta name="robots" content="noindex">\n`}<link rel="canonical" href="${address ?? path}">
<link rel="alternate" type="application/atom+xml" title="${webWording.feed}" href="${path}/feed.atom">
<script type="application/ld+json">${raw(scriptJson(newsArticle(page, publicUrl)))}</script>
`;
}

function newsArticle(page: StoryPage, publicUrl: string | undefined): object {
  const { story, author, published, seenAt } = page;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: visible(story.title),
    ...(page.line !== '' && { description: visible(page.line) }),
    ...(published && { datePublished: published.date }),
    // The first version was there before we read it, nobody says how long.
    ...(story.version > 1 && { dateModified: new Date(seenAt).toISOString() }),
    ...(author && { author: { '@type': 'Person', name: visible(author) } }),
    ...(story.source && { publisher: { '@type': 'Organization', name: visible(story.source) } }),
    ...(story.url && { isBasedOn: story.url }),
    ...(publicUrl && { url: publicUrl + storyPath(story) }),
    inLanguage: 'en',
  };
}

/** JSON that can stand in a script element: no `</script>`, no `<!--`, whatever a title says. */
function scriptJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function shortened(words: string): string {
  if (words.length <= DESCRIPTION) return words;
  return `${words.slice(0, DESCRIPTION - 1).replace(/\s+\S*$/u, '')}…`;
}
