import { featureNames, featureRow } from '../../src/answering/features.ts';
import { matchQuestion } from '../../src/answering/match-question.ts';
import type { Case } from './cases.ts';

/** A case as numbers: one row of features a sentence. */
export interface Row {
  readonly case: Case;
  readonly features: Float32Array;
  readonly count: number;
}

/** The features of every sentence of every case, and their names in order. */
export function rowsOf(cases: readonly Case[]): { rows: Row[]; names: readonly string[] } {
  let names: readonly string[] = [];
  const rows = cases.map((one): Row => {
    const match = matchQuestion(one.prepared, one.question, one.context);
    const { units } = one.prepared;
    let features = new Float32Array(0);
    for (const [i, unit] of units.entries()) {
      if (names.length === 0) names = featureNames(one.prepared, match, unit);
      if (i === 0) features = new Float32Array(units.length * names.length);
      features.set(featureRow(one.prepared, match, unit), i * names.length);
    }
    return { case: one, features, count: units.length };
  });
  return { rows, names };
}
