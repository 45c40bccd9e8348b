import { citationMark } from '../../../src/chat/plain-text.ts';
import type { Inline, Span } from '../../../src/chat/reply.ts';
import { LIMITS } from '../limits.ts';
import { escapeMrkdwn, linkAddress, mrkdwnDate, showable } from './escape.ts';
import { richElements } from './rich-elements.ts';
import { isVisible, type SlackBlock, sectionBlock } from './segment.ts';

type ContextElement = Extract<SlackBlock, { type: 'context' }>['elements'][number];

/**
 * Small print. Words are plain text there and never mrkdwn, which would let a story's asterisks format; a
 * note that needs links on words of its own, or more pieces than a context block takes, is rich text instead.
 */
export function noteBlock(content: Inline): SlackBlock {
  const elements = withWordsJoined(content).map(contextElement);
  const usable = elements.flatMap((element) => element ?? []);
  const fits = usable.length > 0 && usable.length <= LIMITS.contextElements;
  const isComplete = elements.length === usable.length;
  return fits && isComplete ? { type: 'context', elements: usable } : sectionBlock(richElements(content));
}

/** Context elements stand a little apart; words that belong together stay together. */
function withWordsJoined(content: Inline): Inline {
  const spans: Span[] = [];
  for (const span of content) {
    const last = spans.at(-1);
    const isWords = span.kind === 'text' || span.kind === 'strong';
    if (isWords && last?.kind === 'text') spans[spans.length - 1] = { ...last, text: last.text + span.text };
    else spans.push(isWords ? { kind: 'text', text: span.text } : span);
  }
  return spans;
}

function contextElement(span: Span): ContextElement | undefined {
  switch (span.kind) {
    case 'text':
    case 'strong':
      return plainElement(span.text);
    case 'time':
      return { type: 'mrkdwn', text: mrkdwnDate(span.instant, showable(span.text)) };
    case 'citation': {
      const mark = citationMark(span.cited);
      const address = span.href === undefined ? undefined : linkAddress(span.href, LIMITS.address);
      const link = address === undefined ? undefined : `<${escapeMrkdwn(address)}|${mark}>`;
      return link === undefined || link.length > LIMITS.contextText
        ? plainElement(mark)
        : { type: 'mrkdwn', text: link };
    }
    case 'link':
      return undefined;
    default:
      return span satisfies never;
  }
}

function plainElement(text: string): ContextElement | undefined {
  const shown = showable(text);
  if (!isVisible(text) || shown.length > LIMITS.contextText) return undefined;
  return { type: 'plain_text', text: shown, emoji: false };
}
