import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';

const word = fc.constantFrom(
  'He',
  'the',
  'U.S.',
  'Mr.',
  'said',
  'A.',
  '3.5',
  '“Why?”',
  'no.',
  '…',
  '."',
  '(',
  ')',
  '\n',
  ' ',
  '😀',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
);

it('every character that is not white space is in exactly one sentence, in order', () => {
  fc.assert(
    fc.property(text, (value) => {
      const spans = splitSentences(value);
      const joined = spans.map(({ start, end }) => value.slice(start, end)).join('');
      expect(joined.replace(/\s+/g, '')).toBe(value.replace(/\s+/g, ''));
      for (const [index, { start, end }] of spans.entries()) {
        expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
        expect(value.slice(start, end)).toBe(value.slice(start, end).trim());
        expect(end).toBeGreaterThan(start);
      }
    }),
  );
});

const bench = new URL('../../../shared/bench/news/', import.meta.url);
describe.skipIf(!existsSync(bench))('the benchmark’s sentences', () => {
  it('are all found as written', () => {
    const questions = JSON.parse(readFileSync(new URL('questions.json', bench), 'utf8')) as {
      article: string;
      gold_sentences: string[];
    }[];
    const missed = questions.flatMap(({ article, gold_sentences }) => {
      const source = readFileSync(new URL(`articles/${article}.md`, bench), 'utf8').replace(
        /^---\n[\s\S]*?\n---\n/,
        '',
      );
      const found = source
        .split(/\n\s*\n/)
        .flatMap((part) => splitSentences(part).map(({ start, end }) => part.slice(start, end)));
      return gold_sentences.filter((gold) => !found.includes(gold) && !source.startsWith(gold));
    });
    expect(missed).toEqual([]);
  });
});
