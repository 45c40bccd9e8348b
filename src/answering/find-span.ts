import type { QuestionType } from './answer.ts';
import type { FoundSpan } from './found-span.ts';
import { introduction } from './introduction.ts';
import type { Match } from './match-question.ts';
import type { Unit } from './prepared.ts';
import { type SpanFeatures, spanCandidates } from './span-candidates.ts';
import { edgeSums, type SpanWeights, weightsFor } from './span-weights.ts';

/** Stretches with the likeliest ends; only these are looked at as a whole. */
const LOOKED_AT = 80;
/** The likeliest stretches among which the best compromise is sought. */
const SHORTLIST = 40;

/**
 * How far the trained chances are believed, by type of question. Below 1 the pick hedges between stretches and
 * so takes in more words: right for a question that asks for a statement rather than for a date or a place.
 * Training on public questions alone, with their short answers, would always cut to the noun.
 */
const SURENESS: Readonly<Record<QuestionType, number>> = {
  when: 1,
  where: 1,
  'how-many': 0.9,
  who: 0.9,
  what: 0.9,
  why: 0.75,
  how: 0.75,
  'yes-no': 0.5,
  quote: 0.5,
  topic: 0.4,
};

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/**
 * Picks the stretch of a sentence that best answers, by trained weights; undefined for a sentence without
 * words. After the SQuAD paper's logistic regression over candidate spans (Rajpurkar et al. 2016), with
 * features of our own; of the likeliest stretches the one is taken whose expected overlap (F1 in words) with
 * the right one is highest (minimum Bayes risk), which cuts fewer answers short than taking the likeliest.
 * @param weights from `bench/train.ts`
 */
export function findSpan(match: Match, unit: Unit, weights: SpanWeights): FoundSpan | undefined {
  const introduced = introduction(match, unit);
  if (introduced) return introduced;
  const candidates = spanCandidates(match, unit);
  const kind = weightsFor(weights, candidates);
  const { plain, typed, both } = kind;
  const sum = (features: SpanFeatures): number => {
    let total = 0;
    for (const name of features.plain) total += plain.get(name) ?? 0;
    for (const name of features.typed) total += typed.get(name) ?? 0;
    for (const name of features.both) total += both.get(name) ?? 0;
    return total;
  };
  const own = edgeSums(candidates, kind);
  const starts = candidates.starts.map((features, i) => sum(features) + (own.starts[i] ?? 0));
  const ends = candidates.ends.map((features, i) => sum(features) + (own.ends[i] ?? 0));
  const stretches = candidates.sentence.pairs
    .map(([first, last]): Stretch => ({ first, last, score: (starts[first] ?? 0) + (ends[last] ?? 0) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, LOOKED_AT)
    .map(
      ({ first, last, score }): Stretch => ({
        first,
        last,
        score: score + sum(candidates.featuresOf(first, last)),
      }),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, SHORTLIST);
  const best = leastRisk(stretches, SURENESS[match.question.type]);
  const [likeliest] = stretches;
  if (!best || !likeliest) return undefined;
  return {
    from: unit.tokens[best.first]?.start ?? 0,
    to: unit.tokens[best.last]?.end ?? 0,
    score: likeliest.score,
  };
}

function leastRisk(stretches: readonly Stretch[], sureness: number): Stretch | undefined {
  const top = stretches[0]?.score ?? 0;
  const chances = stretches.map(({ score }) => Math.exp((score - top) * sureness));
  let best: Stretch | undefined;
  let most = -1;
  for (const one of stretches) {
    let expected = 0;
    for (let i = 0; i < stretches.length; i++)
      expected += (chances[i] ?? 0) * overlap(one, stretches[i] ?? one);
    if (expected > most) [best, most] = [one, expected];
  }
  return best;
}

/** F1 of two stretches, in tokens. */
function overlap(a: Stretch, b: Stretch): number {
  const shared = Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1;
  return shared <= 0 ? 0 : (2 * shared) / (a.last - a.first + b.last - b.first + 2);
}
