import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inlineText } from '../../src/chat/plain-text.ts';
import type { Inline, Span } from '../../src/chat/reply.ts';
import { splitInline } from '../../src/chat/split-inline.ts';

const cited = { text: '', paragraph: 5, sentence: 1, start: 0, end: 0 };
const text = (words: string): Span => ({ kind: 'text', text: words });
const atMost =
  (limit: number) =>
  (part: Inline): boolean =>
    inlineText(part).length <= limit;

describe('splitInline', () => {
  test('keeps the short answer strong and the citation with its sentence', () => {
    const content: Inline = [
      text('It has '),
      { kind: 'strong', text: '100,000 troops' },
      text(' there. '),
      { kind: 'citation', cited },
      text(' The rest is in reserve.'),
    ];
    expect(splitInline(content, atMost(45))).toEqual([
      [...content.slice(0, 4), text(' ')],
      [text('The rest is in reserve.')],
    ]);
  });

  test('cuts inside a strong span when it alone is too long', () => {
    expect(splitInline([{ kind: 'strong', text: 'alpha beta' }], atMost(6))).toEqual([
      [{ kind: 'strong', text: 'alpha ' }],
      [{ kind: 'strong', text: 'beta' }],
    ]);
  });

  test('a citation that fits nowhere is a part of its own', () => {
    expect(splitInline([{ kind: 'citation', cited }], atMost(2))).toEqual([[{ kind: 'citation', cited }]]);
  });

  test('any spans: parts fit, and joined carry the same text', () => {
    const span: fc.Arbitrary<Span> = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }).map(text),
      fc.lorem().map((words): Span => ({ kind: 'strong', text: words })),
      fc.constant<Span>({ kind: 'citation', cited }),
    );
    fc.assert(
      fc.property(fc.array(span), fc.integer({ min: 8, max: 50 }), (content, limit) => {
        const parts = splitInline(content, atMost(limit));
        expect(parts.map(inlineText).join('')).toBe(inlineText(content));
        for (const part of parts) expect(inlineText(part).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
