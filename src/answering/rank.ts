import { featureNames, featureRow } from './features.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepared.ts';
import { type RankingModel, scorer } from './ranking-model.ts';

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

const scorers = new WeakMap<RankingModel, ReturnType<typeof scorer>>();

/**
 * No training question quotes the story word for word in marks, so no weight for it could be learned: a
 * sentence that holds the quoted words outranks what merely resembles them.
 */
const WORDS_IN_MARKS = 6;

/** A whole sentence comes near a cut one when it meets at least this share of what the cut one meets. */
const NEAR = 0.5;

/** Ranks all sentences of a story; equal ones stay in story order. */
export function rank(prepared: Prepared, match: Match, model: RankingModel): Ranking {
  const [first] = prepared.units;
  if (!first) return { ranked: [], names: [] };
  const { names } = model;
  let score = scorers.get(model);
  if (!score) {
    score = scorer(model, featureNames(prepared, match, first));
    scorers.set(model, score);
  }
  const quoted = names.indexOf('quoted');
  const ranked = prepared.units
    .map((unit): Ranked => {
      const features = featureRow(prepared, match, unit);
      return {
        unit,
        score: score(features) + WORDS_IN_MARKS * (features[quoted] ?? 0),
        features,
      };
    })
    .sort((a, b) => b.score - a.score || a.unit.index - b.unit.index);
  return { ranked: wholeFirst(ranked, match), names };
}

/**
 * A sentence that the source cuts is an answer only when nothing whole comes near: it stands behind the best
 * whole one that meets at least half as much of the question.
 */
function wholeFirst(ranked: readonly Ranked[], { coverage }: Match): readonly Ranked[] {
  const [first] = ranked;
  if (!first?.unit.sentence.damaged) return ranked;
  const least = NEAR * (coverage.of[first.unit.index] ?? 0);
  const near = ranked.findIndex(
    ({ unit }) => !unit.sentence.damaged && (coverage.of[unit.index] ?? 0) >= least,
  );
  const [whole] = near < 0 ? [] : ranked.slice(near, near + 1);
  if (!whole) return ranked;
  return [whole, ...ranked.filter((one) => one !== whole)];
}
