import type { FeatureFamily } from './feature-family.ts';
import type { Match } from './match-question.ts';
import type { Likeness, MatchedTerm } from './matched-term.ts';
import type { Prepared, Unit } from './prepared.ts';
import { cosine } from './vector-sum.ts';

/** BM25's usual constants (Robertson and Zaragoza 2009); b was tuned on the training questions. */
const K1 = 1.2;
const B = 0.6;

/** How much of the question's content the sentence, its neighbours, its paragraph and the title meet. */
export const matchFeatures: FeatureFamily = (prepared, match, unit) => {
  const { terms, weight } = match;
  const at = unit.index;
  const before = neighbour(prepared, unit, -1);
  const after = neighbour(prepared, unit, 1);
  const paragraph = paragraphBest(prepared, match, unit);
  let [exact, form, synonym, near, vector, vectorName, spelling, best, count] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [role, concept, conceptOnly] = [0, 0, 0];
  let [likely, alike, remote] = [0, 0, 0];
  let [inBefore, inAfter, inParagraph, inTitle, missingNames, namesMet, missing, strongest] = [
    0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (const [i, term] of terms.entries()) {
    const share = term.weight / weight;
    const here = term.best[at] ?? 0;
    const met = term.inUnits.exactly[at] ?? 0;
    const beyond = (kind: Likeness): number => share * Math.max(0, (term.inUnits[kind][at] ?? 0) - met);
    exact += share * met;
    form += beyond('form');
    synonym += beyond('synonym');
    near += beyond('near');
    vector += beyond('vector');
    vectorName += beyond('vectorName');
    spelling += beyond('spelling');
    role += beyond('role');
    concept += beyond('concept');
    conceptOnly += share * Math.max(0, (term.inUnits.concept[at] ?? 0) - lexical(term, at));
    const likeness = (1 - met) * (term.cosine[at] ?? 0);
    if (likeness >= 0.75) alike += share;
    else if (likeness >= 0.6) likely += share;
    else if (likeness >= 0.45) remote += share;
    best += share * here;
    count += met;
    strongest = Math.max(strongest, here * term.weight);
    inBefore += before ? share * Math.max(0, (term.best[before.index] ?? 0) - here) : 0;
    inAfter += after ? share * Math.max(0, (term.best[after.index] ?? 0) - here) : 0;
    inParagraph += share * Math.max(0, (paragraph[i] ?? 0) - here);
    inTitle += share * Math.max(0, titleBest(prepared, term) - here);
    if (term.proper && here < 0.5) missingNames += share;
    if (term.proper && here >= 0.8) namesMet += share;
    if (here < 0.3) missing += share;
  }
  return {
    bm25: bm25(prepared, match, unit) / 10,
    exact,
    form,
    synonym,
    concept,
    conceptOnly,
    near,
    vector,
    vectorName,
    spelling,
    best,
    bestSquared: best * best,
    role,
    residual: residual(prepared, match, unit),
    count: count / 5,
    inBefore,
    inAfter,
    inParagraph,
    inTitle,
    paragraphScore: terms.reduce((sum, term, i) => sum + (term.weight / weight) * (paragraph[i] ?? 0), 0),
    missingNames,
    namesMet,
    missing,
    strongest,
    alike,
    likely,
    remote,
    meaning: cosine(match.vector, unit.vector),
    meaningAround: Math.max(cosine(match.vector, before?.vector), cosine(match.vector, after?.vector)),
    overlap: unit.words.length > 0 ? count / unit.words.length : 0,
  };
};

/** How surely a word is met without the hand-made concepts. */
function lexical({ inUnits }: MatchedTerm, at: number): number {
  return Math.max(
    inUnits.exactly[at] ?? 0,
    inUnits.form[at] ?? 0,
    inUnits.synonym[at] ?? 0,
    inUnits.spelling[at] ?? 0,
  );
}

/** Likeness in meaning of what is left when the shared words are taken from both sides. */
function residual(prepared: Prepared, match: Match, unit: Unit): number {
  if (!match.sum || !unit.sum) return 0;
  let [asked, rest] = [match.sum, unit.sum];
  for (const term of match.terms) {
    if (!term.exact || (term.inUnits.exactly[unit.index] ?? 0) === 0) continue;
    if (asked === match.sum) [asked, rest] = [asked.slice(), rest.slice()];
    take(asked, term.ownVector, term.weight);
    take(rest, term.exact.vector, prepared.vocabulary.words[term.exact.id]?.weight ?? 0);
  }
  let [dot, a, b] = [0, 0, 0];
  for (let i = 0; i < asked.length; i++) {
    const [x, y] = [asked[i] ?? 0, rest[i] ?? 0];
    dot += x * y;
    a += x * x;
    b += y * y;
  }
  return a < FAINT || b < FAINT ? 0 : dot / Math.sqrt(a * b);
}

/** A remainder of less than this length, squared, has no direction worth comparing. */
const FAINT = 0.05 ** 2;

function take(from: Float32Array, vector: Float32Array | undefined, weight: number): void {
  if (vector) for (let i = 0; i < from.length; i++) from[i] = (from[i] ?? 0) - weight * (vector[i] ?? 0);
}

function bm25(prepared: Prepared, match: Match, unit: Unit): number {
  let score = 0;
  for (const { exact } of match.terms) {
    const times = exact ? (unit.counts.get(exact.id) ?? 0) : 0;
    if (!exact || times === 0) continue;
    const rarity = Math.log(
      1 + (prepared.units.length - exact.units.length + 0.5) / (exact.units.length + 0.5),
    );
    score +=
      (rarity * times * (K1 + 1)) / (times + K1 * (1 - B + (B * unit.words.length) / prepared.meanLength));
  }
  return score;
}

/** The sentence before or after in the same paragraph. */
export function neighbour(prepared: Prepared, unit: Unit, step: 1 | -1): Unit | undefined {
  const other = prepared.units[unit.index + step];
  return other?.sentence.paragraph === unit.sentence.paragraph ? other : undefined;
}

function paragraphBest(prepared: Prepared, match: Match, unit: Unit): readonly number[] {
  const [first, last] = prepared.paragraphs[unit.sentence.paragraph] ?? [unit.index, unit.index];
  return match.terms.map((term) => {
    let best = 0;
    for (let i = first; i <= last; i++) best = Math.max(best, term.best[i] ?? 0);
    return best;
  });
}

function titleBest(prepared: Prepared, term: MatchedTerm): number {
  const [first, last] = prepared.paragraphs[0] ?? [0, -1];
  let best = 0;
  for (let i = first; i <= last; i++) best = Math.max(best, term.best[i] ?? 0);
  return best;
}
