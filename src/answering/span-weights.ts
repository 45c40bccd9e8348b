import type { SpanCandidates } from './span-candidates.ts';
import type { EdgeFeatures, SpanSentence } from './span-sentence.ts';

/** Weights by class of question (its type, or its first two words; "" for all), then by name. */
export type SpanWeights = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Sorts weights by full name ("when|l:1") into classes. */
export function spanWeights(flat: Iterable<readonly [string, number]>): SpanWeights {
  const classes = new Map<string, Map<string, number>>();
  for (const [name, weight] of flat) {
    const bar = name.indexOf('|');
    const kind = bar < 0 ? '' : name.slice(0, bar);
    const known = classes.get(kind) ?? new Map<string, number>();
    classes.set(kind, known.set(name.slice(bar + 1), weight));
  }
  return classes;
}

type Weighing = ReadonlyMap<string, number>;

/** The weights of one kind of question, those by its type and by its first words added where both count. */
export interface KindWeights {
  readonly plain: Weighing;
  readonly typed: Weighing;
  readonly both: Weighing;
}

const NONE: Weighing = new Map();
const kindWeights = new WeakMap<SpanWeights, Map<string, KindWeights>>();

/** The weights that count for a question of these candidates. */
export function weightsFor(weights: SpanWeights, { type, fine }: SpanCandidates): KindWeights {
  const typed = weights.get(type) ?? NONE;
  const plain = weights.get('') ?? NONE;
  const byWords = weights.get(fine);
  // First words without weights of their own are without number: people begin as they like.
  if (!byWords) return { plain, typed, both: typed };
  const known = kindWeights.get(weights) ?? new Map<string, KindWeights>();
  kindWeights.set(weights, known);
  const key = `${type}|${fine}`;
  const ready = known.get(key);
  if (ready) return ready;
  const both = new Map(typed);
  for (const [name, weight] of byWords) both.set(name, (both.get(name) ?? 0) + weight);
  const made = { plain, typed, both };
  known.set(key, made);
  return made;
}

/** Per token, what the sentence's own features come to for a stretch that begins or ends there. */
export interface EdgeSums {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Sums of a sentence's own features, by the weights they were made with: the same kinds of question come again. */
const sums = new WeakMap<SpanSentence, WeakMap<Weighing, EdgeSums>>();

/** What the features that no question changes come to, kept as long as the sentence is. */
export function edgeSums({ sentence }: SpanCandidates, { typed, both }: KindWeights): EdgeSums {
  const known = sums.get(sentence) ?? new WeakMap<Weighing, EdgeSums>();
  sums.set(sentence, known);
  const ready = known.get(both);
  if (ready) return ready;
  const sum = (features: EdgeFeatures): number => {
    let total = 0;
    for (const name of features.typed) total += typed.get(name) ?? 0;
    for (const name of features.both) total += both.get(name) ?? 0;
    return total;
  };
  const made = {
    starts: Float64Array.from(sentence.starts, sum),
    ends: Float64Array.from(sentence.ends, sum),
  };
  known.set(both, made);
  return made;
}
