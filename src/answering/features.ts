import type { FeatureFamily } from './feature-family.ts';
import { contextFeatures } from './features-of-context.ts';
import { matchFeatures } from './features-of-match.ts';
import { nameFeatures } from './features-of-names.ts';
import { orderFeatures } from './features-of-order.ts';
import { placeFeatures } from './features-of-place.ts';
import { predicateFeatures } from './features-of-predicate.ts';
import { rarityFeatures } from './features-of-rarity.ts';
import { typeFeatures } from './features-of-type.ts';
import type { Match } from './match-question.ts';
import type { Prepared, Unit } from './prepared.ts';

const FAMILIES: readonly FeatureFamily[] = [
  matchFeatures,
  rarityFeatures,
  orderFeatures,
  typeFeatures,
  nameFeatures,
  placeFeatures,
  predicateFeatures,
  contextFeatures,
];

/** What the ranking knows of a sentence with a question: one number for each of `featureNames`, in order. */
export function featureRow(prepared: Prepared, match: Match, unit: Unit): readonly number[] {
  const row: number[] = [];
  for (const family of FAMILIES)
    for (const value of Object.values(family(prepared, match, unit))) row.push(value);
  return row;
}

/** The names of a row's numbers. */
export function featureNames(prepared: Prepared, match: Match, unit: Unit): readonly string[] {
  return FAMILIES.flatMap((family) => Object.keys(family(prepared, match, unit)));
}
