import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText, inlineText, plainText } from '../../src/chat/plain-text.ts';
import type { Block, Reply, Span } from '../../src/chat/reply.ts';

const cited = { text: 'x', paragraph: 5, sentence: 1, start: 0, end: 1 };
const text = (words: string): Span => ({ kind: 'text', text: words });

describe('plainText', () => {
  test('writes every kind of block', () => {
    const reply: Reply = {
      tone: 'answer',
      blocks: [
        { kind: 'heading', text: 'A headline' },
        {
          kind: 'prose',
          content: [text('It is '), { kind: 'strong', text: 'so' }, text(' '), { kind: 'citation', cited }],
        },
        { kind: 'quote', content: [text('“No.”')], speaker: 'Ada Moe' },
        { kind: 'list', items: [[text('one')], [text('two')]] },
        { kind: 'facts', rows: [{ label: 'Friday', value: [text('rain')] }] },
        { kind: 'note', content: [{ kind: 'link', text: 'The Gazette', href: 'https://example.org' }] },
      ],
      actions: [{ label: 'More', intent: { kind: 'follow', story: 'a' as never } }],
    };
    expect(plainText(reply)).toBe(
      [
        'A headline',
        'It is so [¶5]',
        '“No.” — Ada Moe',
        '• one\n• two',
        'Friday: rain',
        'The Gazette (https://example.org)',
      ].join('\n\n'),
    );
  });

  test('names the headline, which is no paragraph', () => {
    expect(inlineText([{ kind: 'citation', cited: { ...cited, paragraph: 0 } }])).toBe('[headline]');
  });

  test('an instant reads as its words', () => {
    expect(inlineText([{ kind: 'time', instant: 0, text: 'at noon' }])).toBe('at noon');
  });

  test('holds all the text of any reply, in order', () => {
    const span: fc.Arbitrary<Span> = fc.string({ unit: 'binary' }).map(text);
    const inline = fc.array(span, { maxLength: 4 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.string({ unit: 'binary' }).map((words): Block => ({ kind: 'heading', text: words })),
      inline.map((content): Block => ({ kind: 'prose', content })),
      fc.array(inline).map((items): Block => ({ kind: 'list', items })),
    );
    fc.assert(
      fc.property(fc.array(block), (blocks) => {
        const whole = plainText({ tone: 'chat', blocks, actions: [] });
        let from = 0;
        for (const part of blocks.map(blockText)) {
          const at = whole.indexOf(part, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + part.length;
        }
      }),
    );
  });
});
