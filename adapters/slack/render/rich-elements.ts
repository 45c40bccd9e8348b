import type { types } from '@slack/bolt';
import { citationMark, spanText } from '../../../src/chat/plain-text.ts';
import type { Inline, Span } from '../../../src/chat/reply.ts';
import { LIMITS } from '../limits.ts';
import { DATE_FORMAT, linkAddress, showable } from './escape.ts';

/** What stands inside a rich text section or quote. */
export type RichElement = types.RichTextElement;

/** Settled spans as rich text elements: words are data there, so nothing in them formats, links or pings. */
export function richElements(content: Inline): readonly RichElement[] {
  const elements: RichElement[] = [];
  for (const element of content.flatMap(richElement)) {
    const last = elements.at(-1);
    const joins = last?.type === 'text' && element.type === 'text' && isBold(last) === isBold(element);
    if (joins) elements[elements.length - 1] = { ...last, text: last.text + element.text };
    else elements.push(element);
  }
  return elements;
}

function isBold({ style }: types.RichTextText): boolean {
  return style?.bold === true;
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
