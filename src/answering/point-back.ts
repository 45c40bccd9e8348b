import { CLUE } from './clues.ts';
import type { MatchedTerm } from './matched-term.ts';
import type { Unit } from './prepared.ts';
import type { Question } from './question.ts';

const POINTING: ReadonlySet<string> = new Set(['that', 'this', 'those', 'these', 'such']);
const AMOUNT: ReadonlySet<string> = new Set([
  'number',
  'figure',
  'amount',
  'sum',
  'total',
  'count',
  'price',
  'cost',
]);

/** How far another sentence's use of the word is still taken for what the question points at. */
const ELSEWHERE = 0.4;

/** Whether a term points at something the sentence has: "that number", "those troops". */
export function pointsAt(question: Question, { index, lower, best }: MatchedTerm, unit: Unit): boolean {
  return (
    POINTING.has(question.tokens[index - 1]?.lower ?? '') &&
    ((best[unit.index] ?? 0) >= 0.6 || (AMOUNT.has(lower) && (unit.clues & CLUE.number) !== 0))
  );
}

/**
 * "That number" after a sentence with a number means that one: the term is met there, and little by the same word
 * elsewhere, which speaks of another.
 * @param last the sentence that answered the question before
 */
export function pointBack(question: Question, term: MatchedTerm, last: Unit): MatchedTerm {
  if (!pointsAt(question, term, last)) return term;
  const here = (strength: number, unit: number): number =>
    unit === last.index ? strength : strength * ELSEWHERE;
  const inUnits = Object.fromEntries(
    Object.entries(term.inUnits).map(([kind, strengths]) => [kind, strengths.map(here)]),
  ) as MatchedTerm['inUnits'];
  inUnits.carried[last.index] = 1;
  const best = term.best.map(here);
  best[last.index] = Math.max(best[last.index] ?? 0, MET);
  return { ...term, inUnits, best };
}

/** As sure as a word of the same stem in another form. */
const MET = 0.85;
