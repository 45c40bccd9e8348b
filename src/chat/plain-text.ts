import type { Cited } from '../story/article.ts';
import type { Block, Inline, Reply, Span } from './reply.ts';
import { wording } from './wording.ts';

/** The whole reply as text, blocks a blank line apart, citations as [¶5]. Buttons are not text and not in it. */
export function plainText(reply: Reply): string {
  return reply.blocks.map(blockText).join('\n\n');
}

/** One block as text: list items as `• …`, facts as `label: value`, one a line; a speaker after a dash. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'prose':
    case 'note':
      return inlineText(block.content);
    case 'quote':
      return inlineText(block.content) + (block.speaker ? ` — ${block.speaker}` : '');
    case 'list':
      return block.items.map((item) => `• ${inlineText(item)}`).join('\n');
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${inlineText(row.value)}`).join('\n');
    default:
      return block satisfies never;
  }
}

/** Spans as text, next to each other as they are. */
export function inlineText(content: Inline): string {
  return content.map(spanText).join('');
}

/** One span as text; a link carries its address after its words. */
export function spanText(span: Span): string {
  switch (span.kind) {
    case 'text':
    case 'strong':
    case 'time':
      return span.text;
    case 'citation':
      return citationMark(span.cited);
    case 'link':
      return span.text === span.href ? span.href : `${span.text} (${span.href})`;
    default:
      return span satisfies never;
  }
}

/** How a citation is written: [¶5], [¶5, version 1]; the headline, which is no paragraph, by name. */
export function citationMark({
  paragraph,
  version,
}: Pick<Cited, 'paragraph'> & { readonly version?: number }): string {
  const place = paragraph === 0 ? wording.headlineMark : `¶${paragraph}`;
  return version === undefined ? `[${place}]` : `[${place}, ${wording.versionMark(version)}]`;
}
