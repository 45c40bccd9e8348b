import { namedFeatures } from '../../src/answering/features.ts';
import { matchQuestion } from '../../src/answering/match-question.ts';
import type { Case } from './cases.ts';

/** A case as numbers: one row of features a sentence. */
export interface Row {
  readonly case: Case;
  readonly features: Float32Array;
  readonly count: number;
}

/** The features of every sentence of every case, and their names in order. */
export function rowsOf(cases: readonly Case[]): { rows: Row[]; names: string[] } {
  let names: string[] = [];
  const rows = cases.map((one): Row => {
    const match = matchQuestion(one.prepared, one.question, one.context);
    const { units } = one.prepared;
    let features = new Float32Array(0);
    for (const [i, unit] of units.entries()) {
      const named = namedFeatures(one.prepared, match, unit);
      if (names.length === 0) names = Object.keys(named);
      if (i === 0) features = new Float32Array(units.length * names.length);
      for (const [k, name] of names.entries()) features[i * names.length + k] = named[name] ?? 0;
    }
    return { case: one, features, count: units.length };
  });
  return { rows, names };
}
