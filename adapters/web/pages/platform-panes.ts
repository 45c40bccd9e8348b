import { html } from 'hono/html';
import { type MessagePreview, PREVIEWED, type Previews } from '../../../src/chat/platform-preview.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import type { PlatformMessages } from '../previewer.ts';
import { type Markup, NOTHING } from '../rendering/markup.ts';
import { renderPayload } from '../rendering/payload.ts';
import { platformLook } from '../rendering/platform-look.ts';

/** A reply as every platform would show it, each beside exactly what it would be sent. */
export function platformPanes(reply: Reply, messages: PlatformMessages): Markup {
  return html`${PREVIEWED.map((platform) => renderPlatform(platform, reply, messages[platform]))}`;
}

function renderPlatform(platform: keyof Previews, reply: Reply, messages: readonly MessagePreview[]): Markup {
  const name = webWording.platforms[platform];
  const title = (index: number) => webWording.previewSent(name, index + 1, messages.length);
  return html`<section class="platform" aria-labelledby="${platform}-title">
<div class="pane"><h2 id="${platform}-title">${name}</h2>
${platformLook({ platform, reply, messages })}
<p class="note">${webWording.previewCaption(name)}${messages.length > 1 ? html` ${webWording.previewParts(messages.length)}` : NOTHING}</p></div>
<div class="pane">${messages.map((message, index) => renderPayload(message, title(index)))}</div>
</section>
`;
}
