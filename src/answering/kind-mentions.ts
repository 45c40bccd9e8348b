import { findDates } from '../language/dates-finding.ts';
import { findNumbers } from '../language/numbers-finding.ts';
import type { QuestionType } from './answer.ts';
import type { Unit } from './prepared.ts';

/** First and last token of a stretch. */
export type TokenRange = readonly [first: number, last: number];

const dates = new WeakMap<Unit, readonly TokenRange[]>();
const numbers = new WeakMap<Unit, readonly TokenRange[]>();

/**
 * Where a sentence has what a question of this type asks for, as the story's own dates and numbers are found: a short
 * answer is most often one of them, whole. Undefined for types that ask for no such thing.
 */
export function kindMentions(type: QuestionType, unit: Unit): readonly TokenRange[] | undefined {
  if (type === 'when') return found(dates, unit, findDates);
  return type === 'how-many' ? found(numbers, unit, findNumbers) : undefined;
}

function found(
  known: WeakMap<Unit, readonly TokenRange[]>,
  unit: Unit,
  find: (text: string) => readonly { readonly from: number; readonly to: number }[],
): readonly TokenRange[] {
  const ready = known.get(unit);
  if (ready) return ready;
  const ranges = find(unit.sentence.text).map(
    ({ from, to }): TokenRange => [
      unit.tokens.findIndex(({ end }) => end > from),
      unit.tokens.findLastIndex(({ start }) => start < to),
    ],
  );
  known.set(unit, ranges);
  return ranges;
}

/** How a stretch stands to the mentions: it is one, has one and more, cuts one, or has none. */
export function standsTo(mentions: readonly TokenRange[], first: number, last: number): string {
  let stands = 'none';
  for (const [from, to] of mentions) {
    if (from === first && to === last) return 'is';
    if (from >= first && to <= last) stands = 'has';
    else if (stands === 'none' && from <= last && to >= first) stands = 'cut';
  }
  return stands;
}
