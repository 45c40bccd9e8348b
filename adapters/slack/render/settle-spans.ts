import { spanText } from '../../../src/chat/plain-text.ts';
import type { Inline, Span } from '../../../src/chat/reply.ts';
import { LIMITS } from '../limits.ts';
import { linkAddress, showable } from './escape.ts';

/** Longer than any honest link or time, and short enough to stand in one block with its address. */
const LONGEST_WHOLE = 1500;
/** What a `Date` can hold, in milliseconds: Slack shows no other instants. */
const LAST_INSTANT = 8.64e15;

/**
 * The same words, with every span that cannot be sent whole as plain text, which can be split: links that
 * lead nowhere safe, times that are none, and either without words or with words that Slack cannot take.
 */
export function settleSpans(content: Inline): Inline {
  return content.map((span): Span => (isWhole(span) ? span : { kind: 'text', text: spanText(span) }));
}

function isWhole(span: Span): boolean {
  if (span.kind !== 'link' && span.kind !== 'time') return true;
  if (spanText(span).length > LONGEST_WHOLE || showable(span.text).trim() === '') return false;
  return span.kind === 'link'
    ? linkAddress(span.href, LIMITS.address) !== undefined
    : Math.abs(span.instant) <= LAST_INSTANT && !span.text.includes('|');
}
