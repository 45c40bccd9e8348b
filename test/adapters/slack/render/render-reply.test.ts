import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Part, renderReply } from '../../../../adapters/slack/render/render-reply.ts';
import { plainText } from '../../../../src/chat/plain-text.ts';
import type { Inline, Reply } from '../../../../src/chat/reply.ts';
import { checkBlocks } from '../../../doubles/slack/check-blocks.ts';
import { reply } from '../arbitrary-reply.ts';
import { readMrkdwn, visibleText, words } from '../visible-text.ts';

const encoder = { encode: () => 'x'.repeat(100) };
const render = (given: Reply) => renderReply(given, encoder);

/** Blocks show a link's words and keep its address behind them; a link that leads nowhere shows both. */
const withoutAddresses = (given: Reply): Reply => {
  const strip = (content: Inline): Inline =>
    content.map((span) => (span.kind === 'link' && isSent(span) ? { kind: 'text', text: span.text } : span));
  return {
    ...given,
    blocks: given.blocks.map((block) => {
      if (block.kind === 'heading') return block;
      if (block.kind === 'list') return { ...block, items: block.items.map(strip) };
      if (block.kind === 'facts') {
        return { ...block, rows: block.rows.map((row) => ({ ...row, value: strip(row.value) })) };
      }
      return { ...block, content: strip(block.content) };
    }),
  };
};

const isSent = ({ text, href }: { text: string; href: string }) =>
  words(text) !== '' && /^https?:/.test(href) && URL.canParse(href) && href.length + text.length <= 1497;

const all = (parts: readonly Part[], of: (part: Part) => string) => parts.map(of).join('');

describe('a rendered reply', () => {
  it('says, over all its parts, exactly what the reply says', () => {
    fc.assert(
      fc.property(reply, (given) => {
        expect(all(render(given), ({ plain }) => plain)).toBe(plainText(given));
      }),
    );
  });

  it('is refused by nothing Slack checks', () => {
    fc.assert(
      fc.property(reply, (given) => {
        for (const { blocks, text } of render(given)) {
          expect(checkBlocks(blocks)).not.toHaveProperty('error');
          expect(text.length).toBeLessThanOrEqual(40_000);
        }
      }),
    );
  });

  it('shows the story’s words and no control sequence of theirs', () => {
    fc.assert(
      fc.property(reply, (given) => {
        const shown = words(all(render(given), ({ blocks }) => visibleText(blocks)));
        const meant = words(plainText(withoutAddresses(given)));
        // A list item or a fact with nothing in it has a bullet in the plain text and is left out of the blocks.
        expect(shown.replaceAll('•', '')).toBe(meant.replaceAll('•', ''));
      }),
    );
  });

  it('says everything again in its top-level text, escaped', () => {
    fc.assert(
      fc.property(reply, (given) => {
        const parts = render(given);
        const said = words(all(parts, ({ text }) => readMrkdwn(text)));
        expect(said.replaceAll(/…/g, '')).toBe(words(plainText(given)).replaceAll(/…/g, ''));
        for (const { text } of parts) expect(text.replaceAll(/<!date\^[^<>]*>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe('what rendering looks like', () => {
  const prose = (text: string): Reply => ({
    tone: 'answer',
    blocks: [{ kind: 'prose', content: [{ kind: 'text', text }] }],
    actions: [],
  });

  it('keeps a paragraph of formatting characters as it is', () => {
    expect(render(prose('2 * 3 * 4 is _not_ `code`'))[0]?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: '2 * 3 * 4 is _not_ `code`' }] },
        ],
      },
    ]);
  });

  it('splits a long text between sentences', () => {
    const parts = render(prose('A sentence of the story. '.repeat(1200)));
    expect(parts.length).toBeGreaterThan(1);
    for (const { plain } of parts) expect(plain.trimEnd()).toMatch(/story\.$/);
  });

  it('marks what is no answer with a sign', () => {
    const [part] = render({ ...prose('The story doesn’t say.'), tone: 'unanswered' });
    expect(JSON.stringify(part?.blocks)).toContain('"name":"grey_question"');
    expect(part?.text).toBe('The story doesn’t say.');
  });

  it('sets a long suggestion in full beside its button', () => {
    const question = 'How many troops has Russia massed near the border?';
    const [part] = render({
      ...prose('…'),
      actions: [{ label: question, intent: { kind: 'ask', story: 's' as never, question } }],
    });
    expect(part?.blocks.at(-1)).toMatchObject({
      type: 'section',
      text: { text: question },
      accessory: { text: { text: 'Ask' }, accessibility_label: question },
    });
  });
});
