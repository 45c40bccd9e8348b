import type { Match } from './match-question.ts';
import type { Unit } from './prepare.ts';
import { spanCandidates } from './span-candidates.ts';

/** The short answer in a sentence: offsets within its text, and the score that won, for comparing sentences. */
export interface FoundSpan {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  /** Probability among the sentence's stretches, 0..1. */
  readonly share: number;
}

/**
 * Picks the stretch of a sentence that best answers, by trained weights; undefined for a sentence without
 * words. After the SQuAD paper's logistic regression over candidate spans (Rajpurkar et al. 2016), with
 * features of our own.
 * @param weights weight by feature name, from `bench/train.ts`
 */
export function findSpan(
  match: Match,
  unit: Unit,
  weights: ReadonlyMap<string, number>,
): FoundSpan | undefined {
  const candidates = spanCandidates(match, unit);
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (weights.get(name) ?? 0), 0);
  const starts = candidates.starts.map(sum);
  const ends = candidates.ends.map(sum);
  let best: { first: number; last: number; score: number } | undefined;
  const scores: number[] = [];
  for (const [first, last] of candidates.pairs) {
    const score = (starts[first] ?? 0) + (ends[last] ?? 0) + sum(candidates.featuresOf(first, last));
    scores.push(score);
    if (!best || score > best.score) best = { first, last, score };
  }
  if (!best) return undefined;
  const { score } = best;
  const all = scores.reduce((total, other) => total + Math.exp(other - score), 0);
  return {
    from: unit.tokens[best.first]?.start ?? 0,
    to: unit.tokens[best.last]?.end ?? 0,
    score,
    share: 1 / all,
  };
}
