import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { storyPath } from '../../../src/chat/page-links.ts';
import type { StoryRef } from '../../../src/chat/reply.ts';
import type { VersionCard } from '../../../src/chat/story-pages.ts';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Markup } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';

/** Readers ask for the newest; older entries are on the page of versions. */
const ENTRIES = 30;

/**
 * A story's versions as an Atom feed (RFC 4287), the newest first. An entry's id is made from the content, so
 * that it stays the same across restarts; addresses are whole only when the operator said what ours is.
 * @param changes what a version says that the one before it did not, as escaped HTML
 */
export function versionsFeed(
  story: StoryRef,
  versions: readonly VersionCard[],
  publicUrl = '',
  changes: (version: VersionCard) => string,
): Markup {
  const path = `/stories/${story.slug}`;
  const shown = versions.toReversed().slice(0, ENTRIES);
  const updated = new Date(Math.max(0, ...shown.map(({ seenAt }) => seenAt))).toISOString();
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>\n')}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${visible(webWording.feedTitle(story.title))}</title>
<id>${idOf(story.slug)}</id>
<updated>${updated}</updated>
<author><name>${visible(story.source ?? wording.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${publicUrl}${path}/feed.atom"/>
<link rel="alternate" type="text/html" href="${publicUrl}${path}"/>
${shown.map(
  (version) => html`<entry>
<title>${visible(version.title)}</title>
<id>${idOf(`${story.slug} ${version.contentHash}`)}</id>
<updated>${new Date(version.seenAt).toISOString()}</updated>
<link rel="alternate" type="text/html" href="${publicUrl}${storyPath({ slug: story.slug, version: version.number })}"/>
<content type="html">${changes(version)}</content>
</entry>
`,
)}</feed>
`;
}

/** A UUID that a name always has (RFC 9562, version 8). */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
