import { html } from 'hono/html';
import type { DigestPreview } from '../../../src/chat/digest-preview.ts';
import type { Reply, StoryRef } from '../../../src/chat/reply.ts';
import { digestWording } from '../../../src/chat/wording-digest.ts';
import { digestFormWording } from '../../../src/chat/wording-digest-form.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { LIMITS } from '../limits.ts';
import type { PlatformMessages } from '../previewer.ts';
import type { DigestWanted } from '../read-preview.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { renderBlocks } from '../rendering/render-block.ts';
import { visible } from '../rendering/visible.ts';
import { platformPanes } from './platform-panes.ts';
import { previewFrame, storyChoices } from './preview-frame.ts';

export interface DigestPreviewPageOptions {
  readonly assets: Assets;
  readonly stories: readonly StoryRef[];
  readonly wanted: DigestWanted;
  readonly digest:
    | (Extract<DigestPreview, { kind: 'message' }> & { readonly messages: PlatformMessages })
    | Extract<DigestPreview, { kind: 'nothing' }>;
}

/** A digest as each platform would show it beside what it would be sent, and when the next ones would come. */
export function digestPreviewPage({ assets, stories, wanted, digest }: DigestPreviewPageOptions): Markup {
  return previewFrame({
    assets,
    tab: 'digest',
    intro: webWording.previewDigestIntro,
    form: digestForm(stories, wanted),
    result:
      digest.kind === 'nothing'
        ? renderWords(digest.reply)
        : html`${renderNext(digest)}${platformPanes(digest.message, digest.messages)}`,
  });
}

function renderWords({ tone, blocks, story }: Reply): Markup {
  return html`<section class="digest" data-tone="${tone}" aria-labelledby="digest-title"><h2 id="digest-title">${webWording.previewDigest}</h2>
<div class="reply">${renderBlocks(blocks, { story, shown: undefined })}</div></section>`;
}

function renderNext({ next, zone }: Extract<DigestPreview, { kind: 'message' }>): Markup {
  if (next.length === 0) return NOTHING;
  return html`<section class="digest" aria-labelledby="next-title"><h2 id="next-title">${digestWording.titles.next}</h2>
<p class="note">${webWording.timesIn(visible(zone))}</p>
<ul class="items">${next.map((words) => html`<li>${visible(words)}</li>`)}</ul></section>
`;
}

/** Every story, in a digest's choices. */
const EVERY = 'all';

function digestForm(stories: readonly StoryRef[], { story, time, days, zone }: DigestWanted): Markup {
  const field = (name: string, label: string, value: string) =>
    html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" maxlength="${LIMITS.choice}" autocomplete="off" value="${visible(value)}"></p>`;
  const isEvery = story === EVERY;
  return html`<form class="choose" method="get" action="/preview/digest">
<p class="wide"><label for="story">${digestFormWording.story}</label><select id="story" name="story"><option value="${EVERY}"${isEvery ? html` selected` : NOTHING}>${digestFormWording.everyStory}</option>${storyChoices(stories, isEvery ? '' : story)}</select></p>
${field('time', webWording.previewTime, time)}
${field('days', webWording.previewDays, days)}
${field('zone', digestFormWording.zone, zone)}
<p><button class="send" type="submit">${webWording.previewShow}</button></p>
</form>`;
}
