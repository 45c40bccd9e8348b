import { html } from 'hono/html';
import type { Block } from '../../../src/chat/reply.ts';
import type { Markup } from './markup.ts';
import { joined } from './markup.ts';
import { renderInline, type Setting } from './render-inline.ts';
import { visible } from './visible.ts';

/** Blocks as HTML, in their order. */
export function renderBlocks(blocks: readonly Block[], setting: Setting): Markup {
  return joined(blocks.map((block) => renderBlock(block, setting)));
}

function renderBlock(block: Block, setting: Setting): Markup {
  switch (block.kind) {
    case 'heading':
      return html`<p class="reply-heading">${visible(block.text)}</p>`;
    case 'prose':
      return html`<p>${renderInline(block.content, setting)}</p>`;
    case 'note':
      return html`<p class="note">${renderInline(block.content, setting)}</p>`;
    case 'quote':
      return html`<figure class="quote"><blockquote><p>${renderInline(block.content, setting)}</p></blockquote>${
        block.speaker ? html`<figcaption>— ${visible(block.speaker)}</figcaption>` : ''
      }</figure>`;
    case 'list':
      return html`<ul class="items">${block.items.map(
        (item) => html`<li>${renderInline(item, setting)}</li>`,
      )}</ul>`;
    case 'facts':
      return html`<dl class="rows">${block.rows.map(
        ({ label, value }) =>
          html`<div><dt>${visible(label)}</dt><dd>${renderInline(value, setting)}</dd></div>`,
      )}</dl>`;
    default:
      return block satisfies never;
  }
}
