import type { FeatureFamily } from './features.ts';
import { neighbour } from './features-of-match.ts';
import type { Match, MatchedTerm } from './match-question.ts';

/** How much of what is rare in this story the sentence meets, and how far it is ahead of all others in that. */
export const rarityFeatures: FeatureFamily = (prepared, match, unit) => {
  const at = unit.index;
  const rare = match.rareCoverage[at] ?? 0;
  const before = neighbour(prepared, unit, -1);
  const after = neighbour(prepared, unit, 1);
  const around = Math.max(
    before ? (match.rareCoverage[before.index] ?? 0) : 0,
    after ? (match.rareCoverage[after.index] ?? 0) : 0,
  );
  const met = match.terms.reduce((sum, term) => sum + (term.best[at] ?? 0), 0);
  const telling = mostTelling(match);
  return {
    rareBest: rare,
    rareLead: rare - leadOver(match.rareCoverage, at),
    bestLead: (match.coverage[at] ?? 0) - leadOver(match.coverage, at),
    rareAround: Math.max(0, around - rare),
    tellingMet: telling?.best[at] ?? 0,
    softOverlap: unit.words.length > 0 ? Math.min(1, met / unit.words.length) : 0,
  };
};

/** The most that another sentence has. */
function leadOver(coverage: Float32Array, at: number): number {
  let most = 0;
  for (let i = 0; i < coverage.length; i++) if (i !== at) most = Math.max(most, coverage[i] ?? 0);
  return most;
}

/** The word that the question hangs on most: heavy, and rare in this story though not absent. */
function mostTelling(match: Match): MatchedTerm | undefined {
  let telling: MatchedTerm | undefined;
  for (const term of match.terms)
    if (term.rarity < 1 && (!telling || term.weight * term.rarity > telling.weight * telling.rarity))
      telling = term;
  return telling;
}
