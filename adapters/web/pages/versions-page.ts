import { html } from 'hono/html';
import { storyPath } from '../../../src/chat/page-links.ts';
import type { StoryRef } from '../../../src/chat/reply.ts';
import type { VersionCard } from '../../../src/chat/story-pages.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';
import { changesPath } from './changes-page.ts';
import { instantWords } from './instant-words.ts';
import { layout } from './layout.ts';

/** Every version of a story, the newest first. */
export function versionsPage(assets: Assets, story: StoryRef, versions: readonly VersionCard[]): Markup {
  const title = webWording.versionsTitle(visible(story.title));
  return layout({
    assets,
    title,
    main: html`<main id="main" class="plain" tabindex="-1">
<p class="kicker"><a href="/stories/${story.slug}">${visible(story.title)}</a></p>
<h1>${title}</h1>
<p class="standfirst">${webWording.versionsIntro}</p>
${versions.length > 1 ? compareForm(story, versions) : NOTHING}
<ol class="versions" reversed>${versions.toReversed().map((version) => renderVersion(story, version))}</ol>
<p><a href="/stories/${story.slug}/feed.atom">${webWording.feed}</a></p>
</main>`,
  });
}

function renderVersion({ slug, version: newest }: StoryRef, { number, title, seenAt }: VersionCard): Markup {
  const seen = html`<time datetime="${new Date(seenAt).toISOString()}">${instantWords(seenAt)}</time>`;
  return html`<li value="${number}"><a href="${storyPath({ slug, version: number })}">${webWording.version(number)}</a>${number === newest ? html` <strong>(${webWording.newest})</strong>` : NOTHING}${number > 1 ? html` · <a href="${changesPath(slug, number - 1, number)}">${webWording.whatChanged}</a>` : NOTHING}
<p>${visible(title)}</p><p class="note">${seen}</p></li>
`;
}

/** Any two versions to be compared, by a plain form. */
function compareForm({ slug }: StoryRef, versions: readonly VersionCard[]): Markup {
  const [newest, before] = versions.toReversed();
  const choice = (name: string, label: string, chosen: VersionCard | undefined) =>
    html`<label>${label} <select name="${name}">${versions.map(
      ({ number }) =>
        html`<option value="${number}"${number === chosen?.number ? html` selected` : NOTHING}>${webWording.version(number)}</option>`,
    )}</select></label>`;
  return html`<form class="compare" method="get" action="/stories/${slug}/changes">${choice('from', webWording.compareFrom, before)}${choice('to', webWording.compareTo, newest)}<button class="send" type="submit">${webWording.compare}</button></form>`;
}
