import { inlineText } from '../../../src/chat/plain-text.ts';
import type { Block, Inline, Reply, Tone } from '../../../src/chat/reply.ts';
import { splitInline } from '../../../src/chat/split-inline.ts';
import { LIMITS } from '../limits.ts';
import { showable } from './escape.ts';
import { noteBlock } from './note-block.ts';
import { type RichElement, richElements, words } from './rich-elements.ts';
import { rowSegments } from './row-segments.ts';
import { followedBy, type Segment, sectionBlock, segmentOf } from './segment.ts';
import { settleSpans } from './settle-spans.ts';

/** What must not be mistaken for an answer begins with a sign of its own. */
const SIGNS: Partial<Record<Tone, string>> = { unanswered: 'grey_question', refusal: 'warning' };

/** The reply as pieces that each fit Slack's limits; their plain text, joined, is the reply's. */
export function segmentsOf(reply: Reply): readonly Segment[] {
  const sign = SIGNS[reply.tone];
  const signedAt = sign === undefined ? -1 : reply.blocks.findIndex(({ kind }) => kind === 'prose');
  return reply.blocks.flatMap((block, index) => {
    const segments = segmentsOfBlock(block, index === signedAt ? sign : undefined);
    return index === reply.blocks.length - 1 ? segments : spaced(segments, '\n\n');
  });
}

/** The last of them set off from what follows. */
function spaced(segments: readonly Segment[], gap: string): readonly Segment[] {
  const last = segments.at(-1) ?? { plain: '', mrkdwn: '' };
  return [...segments.slice(0, -1), followedBy(last, gap)];
}

function segmentsOfBlock(block: Block, sign: string | undefined): readonly Segment[] {
  switch (block.kind) {
    case 'heading':
      return headingSegments(block.text);
    case 'prose':
      return splitSpans(block.content).map((part, index) =>
        segmentOf(part, () =>
          sectionBlock([...signElements(index === 0 ? sign : undefined), ...richElements(part)]),
        ),
      );
    case 'quote': {
      const content: Inline = block.speaker
        ? [...block.content, { kind: 'text', text: ` — ${block.speaker}` }]
        : block.content;
      return splitSpans(content).map((part) =>
        segmentOf(part, () => ({
          type: 'rich_text',
          elements: [{ type: 'rich_text_quote', elements: [...richElements(part)] }],
        })),
      );
    }
    case 'note':
      return splitSpans(block.content).map((part) => segmentOf(part, () => noteBlock(part)));
    case 'list':
    case 'facts':
      return rowSegments(block);
    default:
      return block satisfies never;
  }
}

function headingSegments(text: string): readonly Segment[] {
  const shown = showable(text);
  if (shown.length <= LIMITS.headerText && !shown.includes('\n')) {
    return [
      segmentOf([{ kind: 'text', text }], () => ({
        type: 'header',
        text: { type: 'plain_text', text: shown, emoji: false },
      })),
    ];
  }
  return splitSpans([{ kind: 'text', text }]).map((part) =>
    segmentOf(part, () => sectionBlock(words(inlineText(part), true))),
  );
}

/** Parts of spans that each fit one block. */
function splitSpans(content: Inline): readonly Inline[] {
  return splitInline(settleSpans(content), (part) => inlineText(part).length <= LIMITS.blockText);
}

function signElements(sign: string | undefined): readonly RichElement[] {
  return sign === undefined ? [] : [{ type: 'emoji', name: sign }, ...words(' ')];
}
