import fc from 'fast-check';
import type { Action } from '../../../src/chat/action.ts';
import type { Block, Inline, Reply, Span } from '../../../src/chat/reply.ts';
import type { Slug } from '../../../src/story/article.ts';

/** Text as stories and people write it, or as an attacker would. */
const hostile = fc.constantFrom(
  '<!channel>',
  '<@U123>',
  '<https://evil.test|click>',
  '*bold* _it_ ~no~ `code`',
  '&lt;!here&gt;',
  ':tada:',
  '@here',
  '\u0000\u0007',
  '\u202Eright',
  '👩‍👩‍👧‍👦🇺🇦',
  '\uD800',
  '\n\n',
  '> quote\n• item\n# head',
  '{date_short}',
  '|',
);
const sentence = fc.lorem({ mode: 'sentences', maxCount: 3 });
const text = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 3, arbitrary: hostile },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 400 }) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(9000), 'é '.repeat(7000), '<&>'.repeat(5000)) },
);

const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'no address',
    'https://example.org/a|b>c',
    `https://example.org/#:~:text=${'x'.repeat(4000)}`,
  ),
);

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 4, arbitrary: text.map((words): Span => ({ kind: 'text', text: words })) },
  { weight: 1, arbitrary: text.map((words): Span => ({ kind: 'strong', text: words })) },
  {
    weight: 1,
    arbitrary: fc.record({ paragraph: fc.nat(200), href: fc.option(address, { nil: undefined }) }).map(
      ({ paragraph, href }): Span => ({
        kind: 'citation',
        cited: { text: '', paragraph, sentence: 1, start: 0, end: 0 },
        ...(href !== undefined && { href }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ instant: fc.oneof(fc.integer(), fc.double()), text: fc.oneof(sentence, hostile) })
      .map((time): Span => ({ kind: 'time', ...time })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ text, href: address }).map((link): Span => ({ kind: 'link', ...link })),
  },
);

const inline: fc.Arbitrary<Inline> = fc.array(span, { maxLength: 6 });

const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((words): Block => ({ kind: 'heading', text: words })),
  inline.map((content): Block => ({ kind: 'prose', content })),
  fc.record({ content: inline, speaker: fc.option(fc.oneof(sentence, hostile), { nil: undefined }) }).map(
    ({ content, speaker }): Block => ({
      kind: 'quote',
      content,
      ...(speaker !== undefined && { speaker }),
    }),
  ),
  fc.array(inline, { maxLength: 30 }).map((items): Block => ({ kind: 'list', items })),
  fc
    .array(fc.record({ label: fc.oneof(sentence, hostile), value: inline }), { maxLength: 30 })
    .map((rows): Block => ({ kind: 'facts', rows })),
  inline.map((content): Block => ({ kind: 'note', content })),
);

const story = 'story' as Slug;
const action: fc.Arbitrary<Action> = fc
  .oneof(
    fc.constantFrom('More', 'Quotes', 'Not helpful', '🇺🇦'.repeat(9)),
    fc.string({ minLength: 1, maxLength: 75 }),
  )
  .map((label) => ({ label, intent: { kind: 'ask', story, question: label } }));

/** Any reply the chat core could make, and many it never would. */
export const reply: fc.Arbitrary<Reply> = fc.record({
  tone: fc.constantFrom('answer', 'unanswered', 'brief', 'listing', 'chat', 'refusal'),
  blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
  actions: fc.array(action, { maxLength: 30 }),
});
