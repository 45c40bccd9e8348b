import { html } from 'hono/html';
import { mapInline } from '../../../src/chat/map-inline.ts';
import { citationMark } from '../../../src/chat/plain-text.ts';
import type { ButtonPreview, MessagePreview, Previews } from '../../../src/chat/platform-preview.ts';
import type { Block, Reply, Span } from '../../../src/chat/reply.ts';
import { wording } from '../../../src/chat/wording.ts';
import { webWording } from '../../../src/chat/wording-web.ts';
import { type Markup, NOTHING } from './markup.ts';
import { renderBlocks } from './render-block.ts';
import { visible } from './visible.ts';

export interface LookOptions {
  readonly platform: keyof Previews;
  readonly reply: Reply;
  readonly messages: readonly MessagePreview[];
}

/** About what a reader sees on a platform: the reply's words in its dress, and the buttons of its messages. */
export function platformLook({ platform, reply, messages }: LookOptions): Markup {
  const rows = messages.flatMap((message) => message.rows);
  return html`<div class="look ${platform}" data-tone="${reply.tone}">
<span class="avatar" aria-hidden="true">${wording.name.slice(0, 1)}</span>
<p class="from"><strong>${wording.name}</strong> <span class="app">${webWording.app}</span></p>
<div class="shown"><div class="words">${renderBlocks(reply.blocks.map(asThere), { story: undefined, shown: undefined })}</div>
${rows.length > 0 ? html`<div class="under">${rows.map(renderRow)}</div>` : NOTHING}</div>
</div>`;
}

/** A citation leads where it does on a platform: to its own address, or nowhere. */
function asThere(block: Block): Block {
  return mapInline(block, (content) =>
    content.map((span): Span => {
      if (span.kind !== 'citation' || span.href === undefined) return span;
      return { kind: 'link', text: citationMark(span.cited), href: span.href };
    }),
  );
}

function renderRow(buttons: readonly ButtonPreview[]): Markup {
  return html`<p class="row">${buttons.map(renderButton)}</p>`;
}

function renderButton({ label, beside }: ButtonPreview): Markup {
  return html`${beside ? html`<span class="beside">${visible(beside)}</span>` : NOTHING}<span class="button">${visible(label)}</span> `;
}
