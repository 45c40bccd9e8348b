import { findConcepts } from '../language/concepts.ts';
import { stemOf } from '../language/terms.ts';
import type { Context } from './answer.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { matchTerm, type TermMatch } from './match.ts';
import type { Likeness, MatchedTerm } from './matched-term.ts';
import { pointBack } from './point-back.ts';
import type { Prepared } from './prepared.ts';
import { type Question, readQuestion } from './question.ts';
import { sumVector, unitVector } from './vector-sum.ts';

/** A question laid against a story: how strongly each of its content words is met in each sentence. */
export interface Match {
  readonly question: Question;
  readonly terms: readonly MatchedTerm[];
  /** Sum of the terms' weights; at least a little above 0. */
  readonly weight: number;
  /** Per unit: how much of the question it meets, by weight, 0..1; and the same where rare words count more. */
  readonly coverage: Coverage;
  readonly rareCoverage: Coverage;
  /** The word that the question hangs on most: heavy, and rare in this story though not absent. */
  readonly telling: MatchedTerm | undefined;
  /** The weighted sum of its terms' vectors, and the same at length 1. */
  readonly sum: Float32Array | undefined;
  readonly vector: Float32Array | undefined;
  /** The question this one follows, laid against the same story, and what answered it. */
  readonly previous?: {
    readonly match: Match;
    readonly unit: number | undefined;
    readonly answered: boolean;
  };
}

/** Trust in each kind when only the strongest counts; the ranking weighs the kinds apart as well. */
const TRUST: Readonly<Record<Likeness, number>> = {
  exactly: 1,
  form: 0.85,
  spelling: 0.9,
  synonym: 0.7,
  concept: 0.65,
  near: 0.35,
  vector: 0.6,
  vectorName: 0.3,
  role: 0.6,
  carried: 0.75,
};

/** Lays a question, and the one it follows, against a story. */
export function matchQuestion(prepared: Prepared, text: string, context?: Context): Match {
  const question = readQuestion(text);
  const concepts = findConcepts(question.tokens.map(stemOf));
  const previous = context && previousOf(prepared, context);
  const last = previous?.unit === undefined ? undefined : prepared.units[previous.unit];
  // Most words are met in one or two ways: for the others they share these, which are never written to.
  const none = new Float32Array(prepared.units.length);
  const terms = distinctTerms(question).map((term) => {
    const expressed = concepts.filter(({ first, last }) => first <= term.index && term.index <= last);
    const placed = place(
      matchTerm(term, prepared.vocabulary),
      expressed.map(({ concept }) => concept),
      prepared,
      none,
    );
    return last ? pointBack(question, placed, last) : placed;
  });
  const weight = Math.max(
    0.1,
    terms.reduce((sum, term) => sum + term.weight, 0),
  );
  const sum = sumVector(terms);
  const vector = unitVector(sum);
  const coverage = coverageOf(terms, prepared.units.length, (term) => term.weight);
  const rareCoverage = coverageOf(terms, prepared.units.length, (term) => term.weight * term.rarity);
  const telling = mostTelling(terms);
  const match = { question, terms, weight, coverage, rareCoverage, telling, sum, vector };
  return previous ? { ...match, previous } : match;
}

function previousOf(prepared: Prepared, { question, answer, before }: Context): Match['previous'] {
  const [top] = answer.sentences;
  const unit = prepared.units.find(
    ({ sentence }) => sentence.paragraph === top?.paragraph && sentence.sentence === top.sentence,
  );
  return {
    match: matchQuestion(prepared, question, before),
    unit: unit?.index,
    answered: answer.kind === 'answer',
  };
}

/** Like a term's inverse document frequency, for words met in any way: what every sentence has tells nothing. */
function rarityOf(best: Float32Array): number {
  const met = best.reduce((count, strength) => count + (strength >= 0.5 ? 1 : 0), 0);
  return met === 0 ? 1 : Math.log((best.length + 1) / met) / Math.log(best.length + 1);
}

function mostTelling(terms: readonly MatchedTerm[]): MatchedTerm | undefined {
  let telling: MatchedTerm | undefined;
  for (const term of terms)
    if (term.rarity < 1 && (!telling || term.weight * term.rarity > telling.weight * telling.rarity))
      telling = term;
  return telling;
}

function distinctTerms(question: Question): Question['terms'] {
  const seen = new Set<string>();
  return question.terms.filter(({ stem }) => !seen.has(stem) && seen.add(stem)).slice(0, 40);
}

/** @param none noughts for every sentence, for the ways in which the word is met in none */
function place(
  term: TermMatch,
  concepts: readonly number[],
  prepared: Prepared,
  none: Float32Array,
): MatchedTerm {
  const count = prepared.units.length;
  const inUnits: Record<Likeness, Float32Array> = {
    exactly: none,
    form: none,
    synonym: none,
    concept: none,
    near: none,
    spelling: none,
    vector: none,
    vectorName: none,
    role: none,
    carried: none,
  };
  const writable = (kind: Likeness): Float32Array => {
    if (inUnits[kind] === none) inUnits[kind] = new Float32Array(count);
    return inUnits[kind];
  };
  const best = new Float32Array(count);
  const cosines = new Float32Array(count);
  const put = (kind: Likeness, id: number, strength: number): void => {
    const strengths = writable(kind);
    for (const unit of prepared.vocabulary.words[id]?.units ?? []) {
      strengths[unit] = Math.max(strengths[unit] ?? 0, strength);
      best[unit] = Math.max(best[unit] ?? 0, strength * TRUST[kind]);
    }
  };
  if (term.exact) put('exactly', term.exact.id, 1);
  for (const stem of [
    term.stem,
    ...[...term.synonym.keys()].map((id) => prepared.vocabulary.words[id]?.stem ?? ''),
  ])
    for (const id of prepared.byRole.get(stem) ?? []) put('role', id, 1);
  for (const [id, strength] of term.form) put('form', id, strength);
  for (const [id, strength] of term.synonym) put('synonym', id, strength);
  for (const [id, strength] of term.near) put('near', id, strength);
  for (const [id, strength] of term.spelling) put('spelling', id, strength);
  for (const concept of concepts)
    for (const unit of prepared.byConcept.get(concept) ?? []) {
      writable('concept')[unit] = 1;
      best[unit] = Math.max(best[unit] ?? 0, TRUST.concept);
    }
  for (const [id, cosine] of term.vector) {
    const strength = Math.min(1, (cosine - 0.3) / 0.6);
    put(prepared.vocabulary.words[id]?.proper ? 'vectorName' : 'vector', id, strength);
    for (const unit of prepared.vocabulary.words[id]?.units ?? [])
      cosines[unit] = Math.max(cosines[unit] ?? 0, cosine);
  }
  // "She died from infection" speaks of Gloria as surely as if it named her.
  const ids = [...(term.exact ? [term.exact.id] : []), ...term.spelling.keys()];
  for (const { index, antecedent } of prepared.units) {
    if (antecedent.size === 0 || !ids.some((id) => antecedent.has(id))) continue;
    writable('carried')[index] = 1;
    best[index] = Math.max(best[index] ?? 0, TRUST.carried);
  }
  return { ...term, inUnits, best, rarity: rarityOf(best), cosine: cosines };
}
