import type { Block, Inline } from './reply.ts';

/** The block with all its spans changed; a heading has none. */
export function mapInline(block: Block, change: (content: Inline) => Inline): Block {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'prose':
    case 'quote':
    case 'note':
      return { ...block, content: change(block.content) };
    case 'list':
      return { ...block, items: block.items.map(change) };
    case 'facts':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: change(row.value) })) };
    default:
      return block satisfies never;
  }
}
