import type { FeatureFamily } from './feature-family.ts';

/**
 * What is asked to have been done apart from whom and what it concerns: a near miss has the question's names and
 * things, and something else is said of them.
 */
export const predicateFeatures: FeatureFamily = (_prepared, { question, terms, weight }, unit) => {
  let [verbs, verbsMet, verbsMissing, verbsLexical, things, thingsMet] = [0, 0, 0, 0, 0, 0];
  for (const term of terms) {
    const here = term.best[unit.index] ?? 0;
    if (!question.verbs.has(term.index)) {
      things += term.weight;
      thingsMet += term.weight * here;
      continue;
    }
    verbs += term.weight;
    verbsMet += term.weight * here;
    if (here < 0.4) verbsMissing += term.weight;
    const { exactly, form, synonym, concept } = term.inUnits;
    const lexical = [exactly, form, synonym, concept].map((kind) => kind[unit.index] ?? 0);
    verbsLexical += term.weight * Math.max(...lexical);
  }
  const predicate = verbs > 0 ? verbsMet / verbs : 0;
  const argument = things > 0 ? thingsMet / things : 0;
  return {
    predicate,
    predicateLexical: verbs > 0 ? verbsLexical / verbs : 0,
    predicateMissing: verbsMissing / weight,
    argument,
    predicateOfArgument: predicate * argument,
    noPredicate: verbs > 0 ? 0 : 1,
  };
};
