import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { createPaint, wantsColour } from '../../../adapters/terminal/paint.ts';
import { renderReply } from '../../../adapters/terminal/render-reply.ts';
import { safeText } from '../../../adapters/terminal/safe-text.ts';
import type { ActionIntent } from '../../../src/chat/action.ts';
import { blockText } from '../../../src/chat/plain-text.ts';
import type { Block, Reply, Span } from '../../../src/chat/reply.ts';
import { slug } from '../../support/stories.ts';

const plain = { width: 60, paint: createPaint(false) };
const colour = { width: 60, paint: createPaint(true) };
const cited = { text: 'x', paragraph: 5, sentence: 1, start: 0, end: 1 };
const story = { slug: slug('bridge'), title: 'The bridge', version: 1 };
const text = (words: string): Span => ({ kind: 'text', text: words });
const action = (label: string, intent: ActionIntent) => ({ label, intent });

function reply(blocks: readonly Block[], more: Partial<Reply> = {}): Reply {
  return { tone: 'answer', blocks, actions: [], ...more };
}

describe('renderReply', () => {
  test('sets the story’s words apart and wraps them', () => {
    const content = [
      text('The city council voted on Thursday to close the old harbour bridge to cars. '),
      { kind: 'citation', cited } as const,
    ];
    expect(renderReply(reply([{ kind: 'quote', content, speaker: 'Ada Moe' }]), plain)).toBe(
      [
        '  │ The city council voted on Thursday to close the old',
        '  │ harbour bridge to cars. [¶5] — Ada Moe',
      ].join('\n'),
    );
  });

  test('hangs list items and lines up facts', () => {
    const blocks: readonly Block[] = [
      { kind: 'list', items: [[text('Ingrid Solheim, mayor, who is the one who opens and closes bridges')]] },
      {
        kind: 'facts',
        rows: [
          { label: 'Thursday', value: [text('the vote')] },
          { label: 'Now', value: [text('cracks')] },
        ],
      },
    ];
    expect(renderReply(reply(blocks), plain)).toBe(
      [
        '  • Ingrid Solheim, mayor, who is the one who opens and',
        '    closes bridges',
        '',
        '  Thursday  the vote',
        '  Now       cracks',
      ].join('\n'),
    );
  });

  test('numbers questions, and points to commands for the views of the story at hand', () => {
    const actions = [
      action('Who is the mayor?', { kind: 'ask', story: story.slug, question: 'Who is the mayor?' }),
      action('More', { kind: 'brief', story: story.slug, depth: 'full' }),
      action('Quotes', { kind: 'view', story: story.slug, view: 'quotes' }),
      action('Not helpful', { kind: 'unhelpful', story: story.slug, questionType: 'who' }),
    ];
    expect(renderReply(reply([], { story, actions }), plain)).toBe(
      '  1  Who is the mayor?\n\n  /brief full  /quotes',
    );
  });

  test('a choice between stories is numbered, in the list itself when it is one', () => {
    const actions = ['A', 'B'].map((label) =>
      action(label, { kind: 'follow', story: slug(label.toLowerCase()) }),
    );
    const list: Block = { kind: 'list', items: [[text('A (today)')], [text('B (yesterday)')]] };
    expect(renderReply(reply([list], { actions }), plain)).toBe('  1  A (today)\n  2  B (yesterday)');
    expect(renderReply(reply([], { actions }), plain)).toBe('  1  A\n  2  B');
  });

  test('colours only when asked, and says the same without', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', text: 'The bridge' },
      { kind: 'prose', content: [{ kind: 'strong', text: 'closed' }] },
    ];
    expect(renderReply(reply(blocks), colour)).toContain('\u001b[1m');
    expect(stripVTControlCharacters(renderReply(reply(blocks), colour))).toBe(
      renderReply(reply(blocks), plain),
    );
  });

  test('marks the short answer without colour too', () => {
    const content: Block = {
      kind: 'quote',
      content: [text('It can take '), { kind: 'strong', text: '40 cars' }],
    };
    expect(renderReply(reply([content]), plain)).toBe('  │ It can take *40 cars*');
    expect(renderReply(reply([content]), colour)).not.toContain('*');
  });

  test('keeps addresses out of the small print and in the text', () => {
    const link: Span = { kind: 'link', text: 'The Gazette', href: 'https://gazette.example/' };
    expect(renderReply(reply([{ kind: 'note', content: [link] }]), plain)).toBe('  The Gazette');
    expect(renderReply(reply([{ kind: 'prose', content: [link] }]), plain)).toBe(
      '  The Gazette (https://gazette.example/)',
    );
  });

  test('any reply at any width: nothing is lost, nothing too wide, nothing obeyed', () => {
    const span = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.lorem({ maxCount: 9 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
      )
      .map(text);
    const inline = fc.array(span, { maxLength: 3 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.lorem({ maxCount: 20 }).map((words): Block => ({ kind: 'heading', text: words })),
      inline.map((content): Block => ({ kind: 'quote', content })),
      fc.array(inline).map((items): Block => ({ kind: 'list', items })),
      fc
        .array(inline)
        .map((values): Block => ({ kind: 'facts', rows: values.map((value) => ({ label: 'Then', value })) })),
    );
    const signs = (words: string) => words.normalize().replace(/[\s•│:]/gu, '');
    fc.assert(
      fc.property(fc.array(block), fc.integer({ min: 40, max: 100 }), (blocks, width) => {
        const shown = renderReply(reply(blocks), { width, paint: createPaint(false) });
        expect(shown).not.toMatch(/[^\P{Cc}\n]/u);
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(signs(shown)).toBe(signs(safeText(blocks.map(blockText).join(' '))));
      }),
    );
  });
});

describe('wantsColour', () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('terminal %s, %j: %s', (isTTY, env, expected) => {
    expect(wantsColour({ isTTY }, env)).toBe(expected);
  });
});
