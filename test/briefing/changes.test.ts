import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Changes } from '../../src/briefing/changes/changes.ts';
import { findChanges } from '../../src/briefing/changes/find-changes.ts';
import { wordParts } from '../../src/briefing/changes/word-parts.ts';
import { type Article, type Cited, sentencesOf } from '../../src/story/article.ts';
import { articleOf, BRIDGE } from '../support/stories.ts';

/** What changes when one text of the bridge's story is replaced by another. */
function replaced(from: string, to: string): Changes {
  expect(BRIDGE).toContain(from);
  return findChanges(articleOf(BRIDGE), articleOf(BRIDGE.replace(from, to)));
}

const texts = (cited: readonly Cited[]): readonly string[] => cited.map(({ text }) => text);

describe('what changed between two versions', () => {
  test('nothing, when nothing did', () => {
    const changes = findChanges(articleOf(BRIDGE), articleOf(BRIDGE));
    expect(changes).toEqual({ corrections: [], numbers: [], altered: [], added: [], removed: [], amount: 0 });
  });

  test('nothing, when quote marks and spaces are written another way, or a paragraph moved', () => {
    expect(
      replaced('“Nobody should have to swim to work,”', '"Nobody should  have to swim to work,"').amount,
    ).toBe(0);
    const paragraphs = BRIDGE.trimEnd().split('\n\n');
    const moved = [...paragraphs.slice(0, 2), paragraphs[4], paragraphs[2], paragraphs[3]].join('\n\n');
    expect(findChanges(articleOf(BRIDGE), articleOf(moved)).amount).toBe(0);
  });

  test('a number that moved, with what it counts, beside the sentence it stands in', () => {
    const { numbers, altered, added, removed } = replaced('14 million euros', '19 million euros');
    expect(numbers).toMatchObject([
      {
        before: { text: '14 million euros', paragraph: 3 },
        after: { text: '19 million euros', paragraph: 3 },
        counts: 'She expects repairs to cost',
      },
    ]);
    expect(altered).toHaveLength(1);
    expect(altered[0]?.parts.filter(({ kind }) => kind !== 'kept')).toEqual([
      { kind: 'removed', text: '14' },
      { kind: 'added', text: '19' },
    ]);
    expect([added, removed]).toEqual([[], []]);
  });

  test('a reworded sentence is one change, wherever it stands', () => {
    const { altered, added, removed } = replaced(
      'She expects repairs to cost 14 million euros and to take three years.',
      'An engineer, Per Dahl, found the cracks in August.\n\nShe now expects repairs to cost 14 million euros and to take three years at least.',
    );
    expect(altered.map(({ before, after }) => [before.paragraph, after.paragraph])).toEqual([[3, 4]]);
    expect(added).toMatchObject([{ whole: true, sentences: [{ paragraph: 3 }] }]);
    expect(removed).toEqual([]);
  });

  test('sentences that came stand together, apart from those that went', () => {
    const { altered, added, removed } = replaced(
      '“We will not survive three years,” said baker Tomas Reyes.',
      'A ferry will run every ten minutes. It is free.',
    );
    expect(altered).toEqual([]);
    expect(added.map(({ sentences, whole }) => [texts(sentences), whole])).toEqual([
      [['A ferry will run every ten minutes.', 'It is free.'], false],
    ]);
    expect(removed.map(({ sentences }) => texts(sentences))).toEqual([
      ['“We will not survive three years,” said baker Tomas Reyes.'],
    ]);
  });

  test('another headline, and new corrections only', () => {
    const once = BRIDGE.replace('slug:', 'corrections: [The vote was on Thursday.]\nslug:');
    const twice = BRIDGE.replace(
      'slug:',
      'corrections: [The vote was on Thursday., The mayor is a woman.]\nslug:',
    ).replace('votes to close', 'closes');
    const { corrections, headline } = findChanges(articleOf(once), articleOf(twice));
    expect(corrections).toEqual(['The mayor is a woman.']);
    expect(headline).toMatchObject({
      before: { text: 'City council votes to close the old harbour bridge', paragraph: 0 },
      after: { text: 'City council closes the old harbour bridge', paragraph: 0 },
    });
  });

  test('a standfirst is read like the rest', () => {
    const given = BRIDGE.replace('slug:', 'standfirst: Cars must go another way.\nslug:');
    expect(
      findChanges(articleOf(BRIDGE), articleOf(given)).added.map(({ sentences }) => texts(sentences)),
    ).toEqual([['Cars must go another way.']]);
  });
});

const sentence = fc
  .array(fc.constantFrom(...'the a ship sank rose 12 14 mayor said harbour of euros two'.split(' ')), {
    minLength: 2,
    maxLength: 9,
  })
  .map((words) => `It ${words.join(' ')}.`);
const body = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const story = (paragraphs: readonly string[]): Article =>
  articleOf(`---\ntitle: A harbour story\n---\n\n${paragraphs.join('\n\n')}\n`);

describe('for any two versions', () => {
  test('each side is word for word in its own version, each sentence told once or kept', () => {
    fc.assert(
      fc.property(body, body, (one, other) => {
        const [before, after] = [story(one), story(other)];
        const { altered, added, removed } = findChanges(before, after);
        const isVerbatim = (article: Article) => (cited: Cited) =>
          article.body.slice(cited.start, cited.end) === cited.text;
        const old = [...altered.map((pair) => pair.before), ...removed.flatMap(({ sentences }) => sentences)];
        const fresh = [...altered.map((pair) => pair.after), ...added.flatMap(({ sentences }) => sentences)];
        expect(old.every(isVerbatim(before))).toBe(true);
        expect(fresh.every(isVerbatim(after))).toBe(true);
        expect(new Set(old.map(({ start }) => start)).size).toBe(old.length);
        expect(new Set(fresh.map(({ start }) => start)).size).toBe(fresh.length);
        // Whatever is not told stands in both, as often.
        const kept = (article: Article, changed: readonly Cited[]) =>
          sentencesOf(article)
            .filter(
              ({ paragraph, start }) => paragraph > 0 && !changed.some((cited) => cited.start === start),
            )
            .map(({ text }) => text)
            .toSorted();
        expect(kept(before, old)).toEqual(kept(after, fresh));
      }),
      { numRuns: 60 },
    );
  });

  test('the words of any sentence, with and without what was put in, are the two sentences', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const parts = wordParts(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  test.each([
    ['some 100,000 troops', 'some 120,000 troops', '100,000', '120,000'],
    ['a rise of 3.5%', 'a rise of 3.7%', '3.5', '3.7'],
    ['at 10:30 on Monday', 'at 10:45 on Monday', '10:30', '10:45'],
    ['some 100\u00A0000 troops', 'some 120\u00A0000 troops', '100\u00A0000', '120\u00A0000'],
    ['it doesn’t float', 'it didn’t float', 'doesn’t', 'didn’t'],
    ['the 20th of May', 'the 21st of May', '20th', '21st'],
    ['in 2021.', 'in 2022.', '2021', '2022'],
    ['1,2 or 3', '1,2, or 4', '3', ', 4'],
  ])('numbers and words are never half new: “%s” to “%s”', (before, after, removed, added) => {
    const told = (kind: string) =>
      wordParts(before, after)
        .filter((part) => part.kind === kind)
        .map(({ text }) => text)
        .join(' ');
    expect([told('removed'), told('added')]).toEqual([removed, added]);
  });

  test('comparing costs in step with the length', () => {
    // Every sentence differs, all share their words: what a comparison of each with each would choke on.
    const long = (mark: string, count: number) =>
      Array.from(
        { length: count },
        (_, at) => `It was said again that the harbour ${mark}${at} would not open.`,
      );
    const article = (mark: string): Article => {
      let start = 0;
      const paragraphs = long(mark, 4_000).map((text, index) => {
        const place = { start, end: start + text.length };
        start = place.end + 2;
        return {
          number: index + 1,
          ...place,
          text,
          sentences: [{ paragraph: index + 1, sentence: 1, ...place, text }],
        };
      });
      return { ...story(['It is.']), paragraphs };
    };
    const { altered, amount } = findChanges(article('a'), article('b'));
    expect([altered.length, amount]).toEqual([4_000, 4_000]);
  });
});
