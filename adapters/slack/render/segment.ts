import type { types } from '@slack/bolt';
import { inlineText, spanText } from '../../../src/chat/plain-text.ts';
import type { Inline } from '../../../src/chat/reply.ts';
import { escapeMrkdwn, mrkdwnDate, showable } from './escape.ts';
import type { RichElement } from './rich-elements.ts';

/** The blocks we send. */
export type SlackBlock = types.KnownBlock;

/** A piece of a reply that is sent in one message or another, never cut: its words and how they look. */
export interface Segment {
  /** As `plainText` writes it, the white space before the next segment included. */
  readonly plain: string;
  /** The same for the message's top-level `text`: escaped, times in the reader's zone. */
  readonly mrkdwn: string;
  /** Absent when there is nothing to see. */
  readonly block?: SlackBlock;
}

/** A segment of spans; `block` is made only when they show anything. */
export function segmentOf(content: Inline, makeBlock: () => SlackBlock): Segment {
  const plain = inlineText(content);
  return { plain, mrkdwn: mrkdwnOf(content), ...(isVisible(plain) && { block: makeBlock() }) };
}

/** The segment with its distance to the next one. */
export function followedBy(segment: Segment, gap: string): Segment {
  return { ...segment, plain: segment.plain + gap, mrkdwn: segment.mrkdwn + gap };
}

/** Settled spans as top-level text. */
export function mrkdwnOf(content: Inline): string {
  return content
    .map((span) =>
      span.kind === 'time'
        ? mrkdwnDate(span.instant, showable(span.text))
        : escapeMrkdwn(showable(spanText(span))),
    )
    .join('');
}

/** Whether a reader would see anything of it. */
export function isVisible(text: string): boolean {
  return showable(text).trim() !== '';
}

/** A rich text block of one section. */
export function sectionBlock(elements: readonly RichElement[]): SlackBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] };
}
