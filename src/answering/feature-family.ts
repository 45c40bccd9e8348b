import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepared.ts';

/** Features of one sentence with one question; each call of a family gives the same names in the same order. */
export type FeatureFamily = (
  prepared: Prepared,
  match: Match,
  unit: Unit,
) => Readonly<Record<string, number>>;
