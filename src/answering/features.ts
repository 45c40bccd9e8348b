import { contextFeatures } from './features-of-context.ts';
import { matchFeatures } from './features-of-match.ts';
import { orderFeatures } from './features-of-order.ts';
import { placeFeatures } from './features-of-place.ts';
import { typeFeatures } from './features-of-type.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepare.ts';

/** Features of one sentence, each family in a file of its own; the order is that of the trained weights. */
export type FeatureFamily = (
  prepared: Prepared,
  match: Match,
  unit: Unit,
) => Readonly<Record<string, number>>;

const FAMILIES: readonly FeatureFamily[] = [
  matchFeatures,
  orderFeatures,
  typeFeatures,
  placeFeatures,
  contextFeatures,
];

/** What the ranking knows of a sentence with a question, by name. */
export function namedFeatures(
  prepared: Prepared,
  match: Match,
  unit: Unit,
): Readonly<Record<string, number>> {
  return Object.assign({}, ...FAMILIES.map((family) => family(prepared, match, unit)));
}
