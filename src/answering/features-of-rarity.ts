import { leadOf } from './coverage.ts';
import type { FeatureFamily } from './feature-family.ts';
import { neighbour } from './features-of-match.ts';

/** How much of what is rare in this story the sentence meets, and how far it is ahead of all others in that. */
export const rarityFeatures: FeatureFamily = (prepared, match, unit) => {
  const at = unit.index;
  const rare = match.rareCoverage.of[at] ?? 0;
  const before = neighbour(prepared, unit, -1);
  const after = neighbour(prepared, unit, 1);
  const around = Math.max(
    before ? (match.rareCoverage.of[before.index] ?? 0) : 0,
    after ? (match.rareCoverage.of[after.index] ?? 0) : 0,
  );
  const met = match.terms.reduce((sum, term) => sum + (term.best[at] ?? 0), 0);
  return {
    rareBest: rare,
    rareLead: leadOf(match.rareCoverage, at),
    bestLead: leadOf(match.coverage, at),
    rareAround: Math.max(0, around - rare),
    tellingMet: match.telling?.best[at] ?? 0,
    softOverlap: unit.words.length > 0 ? Math.min(1, met / unit.words.length) : 0,
  };
};
