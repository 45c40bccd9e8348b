import type { types } from '@slack/bolt';
import { citationMark, spanText } from '../../../src/chat/plain-text.ts';
import type { Inline, Span } from '../../../src/chat/reply.ts';
import { LIMITS } from '../limits.ts';
import { DATE_FORMAT, linkAddress, showable } from './escape.ts';

/** What stands inside a rich text section or quote. */
export type RichElement = types.RichTextElement;

/** Settled spans as rich text elements: words are data there, so nothing in them formats, links or pings. */
export function richElements(content: Inline): readonly RichElement[] {
  return content.flatMap(richElement);
}

function richElement(span: Span): readonly RichElement[] {
  switch (span.kind) {
    case 'text':
      return words(span.text);
    case 'strong':
      return words(span.text, true);
    case 'time': {
      const timestamp = Math.floor(span.instant / 1000);
      return [{ type: 'date', timestamp, format: DATE_FORMAT, fallback: showable(span.text) }];
    }
    case 'citation': {
      const url = span.href === undefined ? undefined : linkAddress(span.href, LIMITS.address);
      const text = citationMark(span.cited);
      return url === undefined ? words(text) : [{ type: 'link', url, text }];
    }
    case 'link': {
      const url = linkAddress(span.href, LIMITS.address);
      return url === undefined ? words(spanText(span)) : [{ type: 'link', url, text: showable(span.text) }];
    }
    default:
      return span satisfies never;
  }
}

/** Plain words as one element; none when nothing would show. */
export function words(text: string, bold = false): readonly types.RichTextText[] {
  const shown = showable(text);
  return shown === '' ? [] : [{ type: 'text', text: shown, ...(bold && { style: { bold } }) }];
}
