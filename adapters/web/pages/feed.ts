import { createHash } from 'node:crypto';
import { setImmediate as yieldTurn } from 'node:timers/promises';
import { html, raw } from 'hono/html';
import { storyPath } from '../../../src/chat/page-links.ts';
import type { Block, StoryRef } from '../../../src/chat/reply.ts';
import type { VersionCard } from '../../../src/chat/story-pages.ts';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import { LIMITS } from '../limits.ts';
import type { Markup } from '../rendering/markup.ts';
import { renderBlocks } from '../rendering/render-block.ts';
import { visible } from '../rendering/visible.ts';
import { changesPath } from './changes-page.ts';

/**
 * A story's newest versions as an Atom feed (RFC 4287), the newest first. An entry's id is made from the content, so
 * that it stays the same across restarts; addresses are whole only when the operator said what ours is.
 * @param changes what a version says that the one before it did not
 */
export async function versionsFeed(
  story: StoryRef,
  versions: readonly VersionCard[],
  changes: (version: VersionCard) => readonly Block[],
  publicUrl = '',
): Promise<string> {
  const path = `/stories/${story.slug}`;
  const shown = versions.toReversed().slice(0, LIMITS.feedEntries);
  const updated = new Date(Math.max(0, ...shown.map(({ seenAt }) => seenAt))).toISOString();
  const entries: Markup[] = [];
  let room: number = LIMITS.feedChanges;
  for (const version of shown) {
    // Comparing two versions takes a while: others have their turn between them.
    await yieldTurn();
    const setting = { story: { ...story, version: version.number }, shown: undefined, base: publicUrl };
    const content = room > 0 ? String(await renderBlocks(changes(version), setting)) : '';
    const fits = room > 0 && content.length <= room;
    // What does not fit ends the telling: no more versions are compared for it.
    room = fits ? room - content.length : 0;
    entries.push(
      entry(story, version, fits ? content : await linkToChanges(story, version, publicUrl), publicUrl),
    );
  }
  return String(
    await html`${raw('<?xml version="1.0" encoding="utf-8"?>\n')}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${visible(webWording.feedTitle(story.title))}</title>
<id>${idOf(story.slug)}</id>
<updated>${updated}</updated>
<author><name>${visible(story.source ?? wording.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${publicUrl}${path}/feed.atom"/>
<link rel="alternate" type="text/html" href="${publicUrl}${path}"/>
${entries}</feed>
`,
  );
}

async function linkToChanges(
  { slug }: StoryRef,
  { number }: VersionCard,
  publicUrl: string,
): Promise<string> {
  if (number === 1) return '';
  const href = publicUrl + changesPath(slug, number - 1, number);
  return String(await html`<p><a href="${href}">${webWording.whatChanged}</a></p>`);
}

/** The words of a change are HTML, which in a feed is text: it is escaped once more. */
function entry({ slug }: StoryRef, version: VersionCard, content: string, publicUrl: string): Markup {
  const { number, title, seenAt, contentHash } = version;
  return html`<entry>
<title>${visible(webWording.feedEntry(title, number))}</title>
<id>${idOf(`${slug} ${contentHash}`)}</id>
<updated>${new Date(seenAt).toISOString()}</updated>
<link rel="alternate" type="text/html" href="${publicUrl}${storyPath({ slug, version: number })}"/>
<content type="html">${number === 1 && content === '' ? webWording.feedFirst : `${content}`}</content>
</entry>
`;
}

/** A UUID that a name always has (RFC 9562, version 8). */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
