import { html } from 'hono/html';
import type { Reply, StoryRef } from '../../../src/chat/reply.ts';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { Assets } from '../assets.ts';
import { LIMITS } from '../limits.ts';
import type { PlatformMessages } from '../previewer.ts';
import { DEPTHS, type MessageWanted } from '../read-preview.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { visible } from '../rendering/visible.ts';
import { platformPanes } from './platform-panes.ts';
import { previewFrame, storyChoices } from './preview-frame.ts';

export interface PreviewPageOptions {
  readonly assets: Assets;
  readonly stories: readonly StoryRef[];
  readonly wanted: MessageWanted;
  readonly reply: Reply;
  readonly messages: PlatformMessages;
}

/** A reply as each platform would show it, beside exactly what that platform would be sent. */
export function previewPage({ assets, stories, wanted, reply, messages }: PreviewPageOptions): Markup {
  return previewFrame({
    assets,
    tab: 'messages',
    intro: webWording.previewIntro,
    form: messageForm(stories, wanted),
    result: platformPanes(reply, messages),
  });
}

/** Sent as a body: a question does not belong into an address, which histories and logs keep. */
function messageForm(stories: readonly StoryRef[], { story, depth, question }: MessageWanted): Markup {
  const depths = DEPTHS.map(
    (each) =>
      html`<option value="${each}"${each === depth ? html` selected` : NOTHING}>${wording.depths[each]}</option>`,
  );
  return html`<form class="choose" method="post" action="/preview">
<p class="wide"><label for="story">${webWording.previewStory}</label><select id="story" name="story">${storyChoices(stories, story)}</select></p>
<p><label for="depth">${webWording.previewDepth}</label><select id="depth" name="depth">${depths}</select></p>
<p class="wide"><label for="question">${webWording.previewQuestion}</label><input id="question" name="question" type="text" maxlength="${LIMITS.question}" autocomplete="off" value="${visible(question)}" placeholder="${webWording.askHint}"></p>
<p><button class="send" type="submit">${webWording.previewShow}</button></p>
</form>`;
}
