import type { MatchedTerm } from './matched-term.ts';

/** How much of a question each sentence meets, 0..1, and the most and next to most that any does. */
export interface Coverage {
  readonly of: Float32Array;
  readonly most: number;
  readonly next: number;
}

/** The share of the terms' weight that each of `count` sentences meets. */
export function coverageOf(
  terms: readonly MatchedTerm[],
  count: number,
  weigh: (term: MatchedTerm) => number,
): Coverage {
  const of = new Float32Array(count);
  const total = Math.max(
    0.1,
    terms.reduce((sum, term) => sum + weigh(term), 0),
  );
  for (const term of terms) {
    const share = weigh(term) / total;
    for (let i = 0; i < count; i++) of[i] = (of[i] ?? 0) + share * (term.best[i] ?? 0);
  }
  let [most, next] = [0, 0];
  for (const value of of) {
    if (value > most) [most, next] = [value, most];
    else if (value > next) next = value;
  }
  return { of, most, next };
}

/** How far a sentence is ahead of all others; negative where it is behind the best. */
export function leadOf({ of, most, next }: Coverage, at: number): number {
  const here = of[at] ?? 0;
  return here - (here === most ? next : most);
}
