import { spanText } from './plain-text.ts';
import type { Inline, Span } from './reply.ts';
import { lastCut } from './split-text.ts';

/**
 * Cuts spans into parts that each fit, at the places `splitText` prefers. The parts' spans, joined, carry the
 * same text in the same order; only a `text` or `strong` span is ever cut in two.
 * @param fits whether a part may be sent as it is; asked about ever shorter beginnings, so it must say yes to
 *   every beginning of a part it says yes to. A single span or character that fits nowhere is a part of its own.
 */
export function splitInline(content: Inline, fits: (part: Inline) => boolean): readonly Inline[] {
  const parts: Inline[] = [];
  let rest = content;
  while (rest.length > 0) {
    if (fits(rest)) return [...parts, rest];
    const [head, tail] = splitAt(rest, bestCut(rest, longestFitting(rest, fits)));
    parts.push(head);
    rest = tail;
  }
  return parts;
}

/** The most UTF-16 units of plain text whose spans fit; at least 2, so that splitting always goes on. */
function longestFitting(content: Inline, fits: (part: Inline) => boolean): number {
  let low = 2;
  let high = textLength(content);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(splitAt(content, middle)[0])) low = middle;
    else high = middle - 1;
  }
  return low;
}

function bestCut(content: Inline, limit: number): number {
  return lastCut(content.map(spanText).join(''), limit);
}

function textLength(content: Inline): number {
  return content.reduce((sum, span) => sum + spanText(span).length, 0);
}

/**
 * The spans before and after an offset of the plain text. A span that may not be cut begins the second part,
 * unless the first would then be empty.
 */
function splitAt(content: Inline, offset: number): readonly [Inline, Inline] {
  const head: Span[] = [];
  let left = offset;
  for (const [index, span] of content.entries()) {
    const { length } = spanText(span);
    if (length <= left) {
      head.push(span);
      left -= length;
      continue;
    }
    const rest = content.slice(index + 1);
    if (left > 0 && (span.kind === 'text' || span.kind === 'strong')) {
      return [
        [...head, { ...span, text: span.text.slice(0, left) }],
        [{ ...span, text: span.text.slice(left) }, ...rest],
      ];
    }
    return head.length > 0 ? [head, [span, ...rest]] : [[span], rest];
  }
  return [head, []];
}
