import { inlineText } from '../../../src/chat/plain-text.ts';
import type { Block, Inline } from '../../../src/chat/reply.ts';
import { splitInline } from '../../../src/chat/split-inline.ts';
import { LIMITS } from '../limits.ts';
import { richElements, words } from './rich-elements.ts';
import { followedBy, isVisible, mrkdwnOf, type Segment, sectionBlock } from './segment.ts';
import { settleSpans } from './settle-spans.ts';

type Rows = Extract<Block, { kind: 'list' | 'facts' }>;

/** One line of a list or of facts; `continued` when it is the rest of a line too long for one block. */
interface Line {
  readonly content: Inline;
  readonly continued: boolean;
}

/** A list or label-value pairs, as many lines to a block as fit. */
export function rowSegments(block: Rows): readonly Segment[] {
  const bullet = block.kind === 'list' ? '• ' : '';
  const groups = grouped(linesOf(block), bullet.length);
  return groups.map((lines, index) => {
    const next = groups[index + 1]?.[0];
    const segment = groupSegment(lines, bullet);
    return next === undefined || next.continued ? segment : followedBy(segment, '\n');
  });
}

function linesOf(block: Rows): readonly Line[] {
  const rows: readonly Inline[] =
    block.kind === 'list'
      ? block.items
      : block.rows.map(({ label, value }) => [
          { kind: 'strong', text: label },
          { kind: 'text', text: ': ' },
          ...value,
        ]);
  return rows.flatMap((row) => {
    const parts = splitInline(settleSpans(row), (part) => inlineText(part).length + 2 <= LIMITS.blockText);
    return (parts.length === 0 ? [[]] : parts).map((content, index) => ({ content, continued: index > 0 }));
  });
}

/** Lines by block: the rest of a long line stands alone, so that it gets no bullet of its own. */
function grouped(lines: readonly Line[], bullet: number): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const length = inlineText(line.content).length + bullet + 1;
    if (line.continued || size + length > LIMITS.blockText) {
      groups.push([line]);
      size = line.continued ? Number.POSITIVE_INFINITY : length;
    } else {
      groups.at(-1)?.push(line);
      size += length;
    }
  }
  return groups;
}

function groupSegment(lines: readonly Line[], bullet: string): Segment {
  const marked = lines.map(
    ({ content, continued }): Inline =>
      continued || bullet === '' ? content : [{ kind: 'text', text: bullet }, ...content],
  );
  const plain = marked.map(inlineText).join('\n');
  const visible = lines.filter(({ content }) => isVisible(inlineText(content)));
  if (visible.length === 0) return { plain, mrkdwn: marked.map(mrkdwnOf).join('\n') };
  return {
    plain,
    mrkdwn: marked.map(mrkdwnOf).join('\n'),
    block: bullet !== '' && !lines[0]?.continued ? listBlock(visible) : linesBlock(visible),
  };
}

function listBlock(lines: readonly Line[]) {
  return {
    type: 'rich_text' as const,
    elements: [
      {
        type: 'rich_text_list' as const,
        style: 'bullet' as const,
        elements: lines.map(({ content }) => ({
          type: 'rich_text_section' as const,
          elements: [...richElements(content)],
        })),
      },
    ],
  };
}

function linesBlock(lines: readonly Line[]) {
  return sectionBlock(
    lines.flatMap(({ content }, index) => [...words(index > 0 ? '\n' : ''), ...richElements(content)]),
  );
}
