import { namedFeatures } from './features.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepare.ts';

/** A sentence, how well it answers, and what spoke for it. */
export interface Ranked {
  readonly unit: Unit;
  readonly score: number;
  readonly features: Readonly<Record<string, number>>;
}

/** All sentences, the likeliest answer first; equal ones in story order. */
export function rank(
  prepared: Prepared,
  match: Match,
  weights: ReadonlyMap<string, number>,
): readonly Ranked[] {
  return prepared.units
    .map((unit): Ranked => {
      const features = namedFeatures(prepared, match, unit);
      let score = 0;
      for (const [name, weight] of weights) score += weight * (features[name] ?? 0);
      return { unit, score, features };
    })
    .sort((a, b) => b.score - a.score || a.unit.index - b.unit.index);
}
