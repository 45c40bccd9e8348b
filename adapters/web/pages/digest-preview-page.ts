import { html } from 'hono/html';
import type { Reply, StoryRef } from '../../../src/chat/reply.ts';
import { digestFormWording } from '../../../src/chat/wording-digest-form.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { LIMITS } from '../limits.ts';
import type { DigestWanted } from '../read-preview.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { renderBlocks } from '../rendering/render-block.ts';
import { visible } from '../rendering/visible.ts';
import { previewFrame, storyChoices } from './preview-frame.ts';

export interface DigestPreviewPageOptions {
  readonly assets: Assets;
  readonly stories: readonly StoryRef[];
  readonly wanted: DigestWanted;
  readonly reply: Reply;
}

/** What a digest would say now, and when the next ones would come. */
export function digestPreviewPage({ assets, stories, wanted, reply }: DigestPreviewPageOptions): Markup {
  return previewFrame({
    assets,
    tab: 'digest',
    intro: webWording.previewDigestIntro,
    form: digestForm(stories, wanted),
    result: html`<section class="digest" data-tone="${reply.tone}" aria-labelledby="digest-title"><h2 id="digest-title">${webWording.previewDigest}</h2>
<div class="reply">${renderBlocks(reply.blocks, { story: reply.story, shown: undefined })}</div></section>`,
  });
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
