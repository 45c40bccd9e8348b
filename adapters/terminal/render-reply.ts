import type { Action } from '../../src/chat/action.ts';
import { citationMark } from '../../src/chat/plain-text.ts';
import type { Block, Inline, Reply, Span, Tone } from '../../src/chat/reply.ts';
import { columns, hanging } from './layout.ts';
import type { Paint } from './paint.ts';
import { commandHints, picksOf } from './picks.ts';
import { safeText } from './safe-text.ts';

/** How to draw on this terminal. */
export interface Canvas {
  /** Columns. */
  readonly width: number;
  readonly paint: Paint;
}

const INDENT = '  ';

/** The reply for a terminal: wrapped, citations as [¶5], its choices numbered from 1, no raw control character. */
export function renderReply(reply: Reply, canvas: Canvas): string {
  const picks = picksOf(reply);
  const listed = picks.length > 0 && reply.blocks.some((block) => isPickList(block, picks));
  const blocks = reply.blocks.map((block) =>
    listed && isPickList(block, picks)
      ? numbered(block.items, canvas)
      : renderBlock(block, canvas, reply.tone),
  );
  const choices = listed || picks.length === 0 ? [] : [numbered(picks.map(labelOf), canvas)];
  return [...blocks, ...choices, ...hints(reply, canvas)].join('\n\n');
}

function isPickList(block: Block, picks: readonly Action[]): block is Block & { kind: 'list' } {
  return (
    block.kind === 'list' &&
    block.items.length === picks.length &&
    picks.every(({ intent }) => intent.kind === 'follow')
  );
}

function renderBlock(block: Block, canvas: Canvas, tone: Tone): string {
  const { width, paint } = canvas;
  switch (block.kind) {
    case 'heading':
      return hanging(paint.heading(safeText(block.text)), width, INDENT);
    case 'prose':
      return hanging(inline(block.content, paint, tone), width, INDENT);
    case 'note':
      return hanging(paint.faint(inline(withoutAddresses(block.content), paint, tone)), width, INDENT);
    case 'quote': {
      const speaker = block.speaker ? ` — ${safeText(block.speaker)}` : '';
      return hanging(
        inline(block.content, { ...paint, strong: paint.answer }, tone) + speaker,
        width,
        `${INDENT}│ `,
        `${INDENT}│ `,
      );
    }
    case 'list':
      return block.items.map((item) => hanging(inline(item, paint, tone), width, `${INDENT}• `)).join('\n');
    case 'facts': {
      const rows = block.rows.map(
        ({ label, value }) => [paint.strong(safeText(label)), inline(value, paint, tone)] as const,
      );
      return columns(rows, width, INDENT);
    }
    default:
      return block satisfies never;
  }
}

/** Small print stays small: /sources gives the address. */
function withoutAddresses(content: Inline): Inline {
  return content.map((span) => (span.kind === 'link' ? { kind: 'text', text: span.text } : span));
}

function inline(content: Inline, paint: Paint, tone: Tone): string {
  return content.map((span) => renderSpan(span, paint, tone)).join('');
}

function renderSpan(span: Span, paint: Paint, tone: Tone): string {
  switch (span.kind) {
    case 'strong':
      return tone === 'unanswered' ? paint.warning(safeText(span.text)) : paint.strong(safeText(span.text));
    case 'citation':
      return paint.faint(citationMark(span.cited));
    case 'link':
      return span.text === span.href
        ? safeText(span.href)
        : `${safeText(span.text)} (${safeText(span.href)})`;
    case 'text':
    case 'time':
      return safeText(span.text);
    default:
      return span satisfies never;
  }
}

function numbered(items: readonly Inline[], { width, paint }: Canvas): string {
  return items
    .map((item, index) =>
      hanging(inline(item, paint, 'chat'), width, `${INDENT}${paint.pick(String(index + 1))}  `),
    )
    .join('\n');
}

function labelOf({ label }: Action): Inline {
  return [{ kind: 'text', text: label }];
}

function hints(reply: Reply, { width, paint }: Canvas): readonly string[] {
  const commands = commandHints(reply);
  return commands.length === 0 ? [] : [hanging(paint.faint(commands.join('  ')), width, INDENT)];
}
