import fc from 'fast-check';
import type { Action } from '../../src/chat/action.ts';
import type { Block, FactRow, Inline, Reply, Span } from '../../src/chat/reply.ts';
import type { Slug } from '../../src/story/article.ts';

/** Text somebody may try to break out with, beside any text at all. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            '@everyone',
            '@here',
            '<@123456789012345678>',
            '<@&123456789012345678>',
            '<#123456789012345678>',
          ],
          ...[
            '<:name:123456789012345678>',
            '<t:1700000000:R>',
            '</ask:123456789012345678>',
            '<id:customize>',
          ],
          ...[
            '[words](https://example.com)',
            'https://example.com/a_b',
            '<https://example.com>',
            '||hidden||',
          ],
          ...[
            '**bold**',
            '*x*',
            '__u__',
            '_x_',
            '~~gone~~',
            '`code`',
            '```\nblock\n```',
            '# heading',
            '-# small',
          ],
          ...[
            '> quote',
            '>>> all',
            '- item',
            '* item',
            '1. one',
            '1973. That year',
            '\\',
            '\\*',
            '](',
            '***',
          ],
          ...[
            '¯\\_(ツ)_/¯',
            ':smile:',
            '👩‍👩‍👧‍👦',
            '¶5',
            '[¶5]',
            'U.S.',
            '\n',
            '\n\n',
            ' ',
            '  ',
            'said',
            'and',
            '“so”',
          ],
          ...['<!channel>', '<https://example.com|words>', '&lt;', '&amp;', '*_~`'],
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc.nat(1_200).map((words) => 'A sentence of it goes on. '.repeat(Math.ceil(words / 6))),
  },
  { weight: 1, arbitrary: fc.nat(3_000).map((length) => 'x*'.repeat(length / 2)) },
);

const words = hostileText.filter((text) => text.trim() !== '');
const href = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'https://example.com/a_(b)#:~:text=so%20it,is',
    'javascript:alert(1)',
    'https://example.com/a b>c',
    `https://example.com/${'long'.repeat(1_000)}`,
  ),
);

const span: fc.Arbitrary<Span> = fc.oneof(
  { weight: 4, arbitrary: words.map((text): Span => ({ kind: 'text', text })) },
  { weight: 2, arbitrary: words.map((text): Span => ({ kind: 'strong', text })) },
  {
    weight: 2,
    arbitrary: fc.record({ paragraph: fc.nat(400), href: fc.option(href, { nil: undefined }) }).map(
      (given): Span => ({
        kind: 'citation',
        cited: { text: '', paragraph: given.paragraph, sentence: 1, start: 0, end: 0 },
        ...(given.href !== undefined && { href: given.href }),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 4_000_000_000 }).map(
      // Written as the reader in the doubles writes a time it meets.
      (second): Span => ({ kind: 'time', instant: second * 1000, text: `<${second}>` }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ text: words, href }).map((given): Span => ({ kind: 'link', ...given })),
  },
);
const inline: fc.Arbitrary<Inline> = fc.array(span, { minLength: 1, maxLength: 6 });
const row: fc.Arbitrary<FactRow> = fc.record({ label: words, value: inline });

const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ kind: 'heading', text })),
  inline.map((content): Block => ({ kind: 'prose', content })),
  fc.record({ content: inline, speaker: fc.option(words, { nil: undefined }) }).map(
    ({ content, speaker }): Block => ({
      kind: 'quote',
      content,
      ...(speaker !== undefined && { speaker }),
    }),
  ),
  fc.array(inline, { minLength: 1, maxLength: 8 }).map((items): Block => ({ kind: 'list', items })),
  fc.array(row, { minLength: 1, maxLength: 12 }).map((rows): Block => ({ kind: 'facts', rows })),
  inline.map((content): Block => ({ kind: 'note', content })),
);

const slug = fc.constantFrom('a-story', 'another-one') as fc.Arbitrary<Slug>;
const action: fc.Arbitrary<Action> = fc.record({
  label: words.map((text) => text.trim().slice(0, 75)),
  intent: fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), story: slug, question: words }),
    fc.record({
      kind: fc.constant('view' as const),
      story: slug,
      view: fc.constantFrom('people' as const, 'quotes' as const),
    }),
    fc.record({ kind: fc.constant('follow' as const), story: slug }),
  ),
});

/** Any reply the core could make and many it never will: what a platform's rendering must stand. */
export const arbitraryReply: fc.Arbitrary<Reply> = fc.record({
  tone: fc.constantFrom('answer', 'unanswered', 'brief', 'digest', 'listing', 'chat', 'refusal'),
  blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
  actions: fc.array(action, { maxLength: 25 }),
});
