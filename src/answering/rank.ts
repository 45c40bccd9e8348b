import { featureNames, featureRow } from './features.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepare.ts';

/** A sentence, how well it answers, and what spoke for it. */
export interface Ranked {
  readonly unit: Unit;
  readonly score: number;
  /** As `featureRow` gives them. */
  readonly features: readonly number[];
}

/** Sentences by how well they answer, the likeliest first, and the names of their features. */
export interface Ranking {
  readonly ranked: readonly Ranked[];
  readonly names: readonly string[];
}

/** Ranks all sentences of a story; equal ones stay in story order. */
export function rank(prepared: Prepared, match: Match, weights: ReadonlyMap<string, number>): Ranking {
  const [first] = prepared.units;
  if (!first) return { ranked: [], names: [] };
  const names = featureNames(prepared, match, first);
  const inOrder = names.map((name) => weights.get(name) ?? 0);
  const ranked = prepared.units
    .map((unit): Ranked => {
      const features = featureRow(prepared, match, unit);
      return {
        unit,
        score: features.reduce((sum, value, k) => sum + value * (inOrder[k] ?? 0), 0),
        features,
      };
    })
    .sort((a, b) => b.score - a.score || a.unit.index - b.unit.index);
  return { ranked, names };
}
