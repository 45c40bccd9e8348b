import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { renderTurn } from '../../../../adapters/web/rendering/render-turn.ts';
import { visible } from '../../../../adapters/web/rendering/visible.ts';
import { plainText } from '../../../../src/chat/plain-text.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { storyRef } from '../../../../src/chat/story-ref.ts';
import { arbitraryReply, hostileText } from '../../../support/arbitrary-reply.ts';
import { BRIDGE, shelfWith } from '../../../support/stories.ts';
import { readReply } from '../read-turn.ts';

const encoder = { encode: () => '1:packed' };
const [bridge] = shelfWith(BRIDGE).all();
const story = bridge && storyRef(bridge);

/** What tries to leave the text it is in. */
const breakout = fc.constantFrom(
  '</p></li><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '<!--',
  ']]>',
  '</script><svg onload=alert(1)>',
  '&#60;b&#62;',
  '\u0000<b>\u0007',
  '\ud800 \u202eright',
);
const anything = fc.oneof(hostileText, breakout, fc.string({ unit: 'binary', maxLength: 80 }));

const withTexts = fc.tuple(arbitraryReply, anything, anything).map(
  ([reply, text, label]): Reply => ({
    ...reply,
    ...(story && { story }),
    blocks: [
      { kind: 'heading', text },
      { kind: 'quote', content: [{ kind: 'strong', text }], speaker: `x${text}` },
      {
        kind: 'prose',
        content: [{ kind: 'link', text: `x${text}`, href: `https://example.com/?q=${text}` }],
      },
      { kind: 'facts', rows: [{ label: text, value: [{ kind: 'text', text }] }] },
      ...reply.blocks,
    ],
    actions: [{ label, intent: { kind: 'follow', story: 'a' as never } }, ...reply.actions],
  }),
);

const ELEMENTS = /^(?:LI|P|SPAN|DIV|FIGURE|BLOCKQUOTE|FIGCAPTION|UL|DL|DT|DD|A|STRONG|TIME|BUTTON)$/;
const ATTRIBUTES =
  /^(?:class|id|data-tone|data-from|data-to|href|rel|title|aria-label|role|type|form|name|value|datetime)$/;

async function render(reply: Reply, said: string): Promise<Element> {
  const markup = await renderTurn({ number: 0, said, reply }, { encoder, shown: story, newest: true });
  const { document } = parseHTML(`<!doctype html><html><body><ol>${markup}</ol></body></html>`);
  const turn = document.querySelector('ol')?.firstElementChild as Element | null | undefined;
  if (!turn) throw new Error('nothing was rendered');
  return turn;
}

const words = (text: string) => visible(text).replace(/\s+/gu, ' ').trim();

describe('any reply to any question', () => {
  it('is made of our elements and attributes alone, whatever its words say', async () => {
    await fc.assert(
      fc.asyncProperty(withTexts, anything, async (reply, said) => {
        const turn = await render(reply, said);
        for (const element of [turn, ...turn.querySelectorAll('*')]) {
          expect(element.tagName).toMatch(ELEMENTS);
          for (const { name } of element.attributes) expect(name).toMatch(ATTRIBUTES);
        }
        for (const link of turn.querySelectorAll('a')) {
          expect(link.getAttribute('href')).toMatch(/^(?:https?:|#p\d+s\d+$|\/stories\/)/i);
        }
      }),
    );
  });

  it('is read as it was said', async () => {
    await fc.assert(
      fc.asyncProperty(withTexts, anything, async (reply, said) => {
        const turn = await render(reply, said);
        const shown = turn.querySelector('.reply');
        expect(shown && words(readReply(shown))).toBe(words(plainText(reply)));
        expect(words(turn.querySelector('.said')?.textContent ?? '')).toBe(words(`You asked: ${said}`));
      }),
    );
  });
});
