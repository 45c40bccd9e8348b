import { inlineText } from '../../../src/chat/plain-text.ts';
import type { Block, FactRow, Inline } from '../../../src/chat/reply.ts';
import { splitInline } from '../../../src/chat/split-inline.ts';
import { LIMITS } from '../limits.ts';
import { renderable, renderInline, renderLine } from './render-inline.ts';

/** A piece of text that stays in one message. */
export interface Piece {
  readonly text: string;
  /** What a reader sees of it, as `plainText` writes it. */
  readonly plain: string;
  /** What parts it from the piece before it: a blank line, a line for a further item of its block, or nothing. */
  readonly joint: '\n\n' | '\n' | '';
}

/** A block as pieces of Markdown that each fit into a message; a long one is cut where `splitInline` cuts. */
export function renderBlock(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return pieces([{ kind: 'text', text: block.text }], (part) => `### ${renderLine(part)}`);
    case 'prose':
      return pieces(block.content, renderInline);
    case 'note':
      return pieces(block.content, (part) => prefixed('-# ', renderInline(part)));
    case 'quote':
      return pieces([...block.content, ...speaker(block.speaker)], (part) =>
        prefixed('> ', renderInline(part)),
      );
    case 'list':
      return block.items.flatMap((item, index) =>
        following(
          index,
          pieces(item, (part, first) => (first ? '- ' : '') + renderLine(part), '• '),
        ),
      );
    case 'facts':
      return block.rows.flatMap((row, index) => following(index, pieces(factWords(row), renderLine)));
    default:
      return block satisfies never;
  }
}

/**
 * @param render is told whether the part is the first of its content
 * @param bullet what `plainText` begins the content with
 */
function pieces(
  content: Inline,
  render: (part: Inline, first: boolean) => string,
  bullet = '',
): readonly Piece[] {
  return splitInline(renderable(content), (part) => render(part, true).length <= LIMITS.text)
    .map((part, index): Piece => {
      const first = index === 0;
      const plain = (first ? bullet : '') + inlineText(part);
      return { text: render(part, first), plain, joint: first ? '\n\n' : '' };
    })
    .filter(({ text }) => text.trim() !== '');
}

function following(index: number, rendered: readonly Piece[]): readonly Piece[] {
  return rendered.map((piece, at) => (at === 0 && index > 0 ? { ...piece, joint: '\n' } : piece));
}

function prefixed(prefix: string, text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => prefix + line)
    .join('\n');
}

function speaker(name: string | undefined): Inline {
  return name
    ? [
        { kind: 'text', text: '\n— ' },
        { kind: 'strong', text: name },
      ]
    : [];
}

function factWords({ label, value }: FactRow): Inline {
  return [{ kind: 'strong', text: `${label}:` }, { kind: 'text', text: ' ' }, ...value];
}
