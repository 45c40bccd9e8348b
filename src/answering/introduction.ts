import type { FoundSpan } from './found-span.ts';
import type { Match } from './match-question.ts';
import type { Unit } from './prepared.ts';

/**
 * "Who is X" where the sentence says it: the role, together with the name when nothing but a comma stands
 * between. Undefined for any other question, and where the sentence does not say.
 */
export function introduction(match: Match, unit: Unit): FoundSpan | undefined {
  if (!match.question.identity) return undefined;
  const ids = new Set(
    match.terms.flatMap((term) => [...(term.exact ? [term.exact.id] : []), ...term.spelling.keys()]),
  );
  const found = unit.introductions.find(({ names }) => names.some((id) => ids.has(id)));
  return found ? { from: found.from, to: found.to, score: 0 } : undefined;
}
