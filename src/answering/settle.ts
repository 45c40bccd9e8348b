import { findSpan } from './find-span.ts';
import type { FoundSpan } from './found-span.ts';
import type { Match } from './match-question.ts';
import type { Ranked, Ranking } from './rank.ts';
import type { SpanWeights } from './span-weights.ts';

/** Close runners-up whose short answer is looked at before the first is settled. */
const CONTENDERS = 3;
/** How much of a short answer's score counts beside the sentence's; picked on the training questions. */
const SHARE = 0.1;
/** A runner-up further behind cannot catch up. */
const REACH = 1.5;

/** The ranking settled, and the short answer of its first sentence. */
export interface Settled {
  readonly ranking: Ranking;
  readonly span: FoundSpan | undefined;
}

/** Lets the best sentences' short answers decide between them: where a date is asked for, one that has a date. */
export function settle(match: Match, ranking: Ranking, weights: SpanWeights): Settled {
  const [first] = ranking.ranked;
  if (!first) return { ranking, span: undefined };
  // A cut sentence that the ranking has put behind a whole one stays there.
  const whole = !first.unit.sentence.damaged;
  const contenders = ranking.ranked
    .slice(0, CONTENDERS)
    .filter(({ unit, score }) => score > first.score - REACH && !(whole && unit.sentence.damaged));
  let best: { one: Ranked; span: FoundSpan | undefined; worth: number } | undefined;
  for (const one of contenders) {
    const span = findSpan(match, one.unit, weights);
    const worth = one.score + SHARE * (span?.score ?? 0);
    if (!best || worth > best.worth) best = { one, span, worth };
  }
  const winner = best?.one ?? first;
  const ranked = [winner, ...ranking.ranked.filter((one) => one !== winner)];
  return { ranking: { ...ranking, ranked }, span: best?.span };
}
