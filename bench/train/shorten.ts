import { contentTerms } from '../../src/language/terms.ts';
import { tokenize } from '../../src/language/tokens.ts';
import type { Case } from './cases.ts';
import { random } from './random.ts';

/** The most content words a shortened question keeps: about what people type. */
const LONGEST = 4;

/**
 * Public questions are twice as long as those people type. Every other one loses content words at random, down
 * to one to four, so that the ranking learns what to make of few; ours stay as they are.
 */
export function shorten(cases: readonly Case[]): Case[] {
  const next = random(3);
  return cases.map((one) =>
    one.source === 'own' || next() < 0.5 ? one : { ...one, question: shortened(one.question, next) },
  );
}

function shortened(question: string, next: () => number): string {
  const tokens = tokenize(question);
  const terms = contentTerms(tokens);
  const count = Math.max(1, Math.min(terms.length - 1, 1 + Math.floor(next() * LONGEST)));
  const kept = new Set(
    terms
      .map(({ index }) => ({ index, key: next() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, count)
      .map(({ index }) => index),
  );
  const content = new Set(terms.map(({ index }) => index));
  return tokens
    .filter((_, i) => kept.has(i) || !content.has(i))
    .map(({ lower }) => lower)
    .join(' ')
    .replaceAll(" 's", "'s");
}
