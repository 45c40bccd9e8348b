import { random, shuffle } from './random.ts';

/** One answered question: what speaks for the answer, and whether it was right. */
export interface Judged {
  readonly features: Readonly<Record<string, number>>;
  readonly right: boolean;
  readonly weight: number;
}

/** A logistic regression's weights for features as they are (unscaled). */
export interface Logistic {
  readonly names: readonly string[];
  readonly weights: readonly number[];
  readonly bias: number;
}

const EPOCHS = 40;
const BATCH = 64;
const RATE = 0.004;
const DECAY = 1e-3;
/** A feature further from its mean than this many deviations tells no more. */
const FARTHEST = 5;

/** Learns the probability of being right: logistic regression, weighted and decayed, by Adam from a fixed seed. */
export function trainConfidence(judged: readonly Judged[]): Logistic {
  const names = Object.keys(judged[0]?.features ?? {});
  const total = judged.reduce((sum, one) => sum + one.weight, 0);
  const means = names.map(
    (name) => judged.reduce((sum, one) => sum + one.weight * (one.features[name] ?? 0), 0) / total,
  );
  const deviations = names.map((name, k) =>
    Math.sqrt(
      judged.reduce((sum, one) => sum + one.weight * ((one.features[name] ?? 0) - (means[k] ?? 0)) ** 2, 0) /
        total,
    ),
  );
  const scaled = judged.map((one) => ({
    one,
    row: Float64Array.from(names, (name, k) => {
      const deviation = deviations[k] ?? 0;
      const value = deviation > 1e-6 ? ((one.features[name] ?? 0) - (means[k] ?? 0)) / deviation : 0;
      return Math.max(-FARTHEST, Math.min(FARTHEST, value));
    }),
  }));
  const size = names.length + 1;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const next = random(5);
  const steps = EPOCHS * Math.ceil(scaled.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(scaled, next);
    for (let from = 0; from < scaled.length; from += BATCH) {
      const gradient = new Float64Array(size);
      for (const { one, row } of scaled.slice(from, from + BATCH)) addPull(gradient, weights, row, one);
      step++;
      const rate = RATE * (1 - step / steps) + RATE / 100;
      for (let k = 0; k < size; k++) {
        const g = (gradient[k] ?? 0) / BATCH + (k < names.length ? DECAY * (weights[k] ?? 0) : 0);
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
        const move = (first[k] ?? 0) / (1 - 0.9 ** step);
        weights[k] =
          (weights[k] ?? 0) - (rate * move) / (Math.sqrt((second[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  const unscaled = names.map((_, k) =>
    (deviations[k] ?? 0) > 1e-6 ? (weights[k] ?? 0) / (deviations[k] ?? 1) : 0,
  );
  const bias =
    (weights[names.length] ?? 0) - unscaled.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0);
  return { names, weights: unscaled, bias };
}

function addPull(gradient: Float64Array, weights: Float64Array, row: Float64Array, one: Judged): void {
  let score = weights[row.length] ?? 0;
  for (let k = 0; k < row.length; k++) score += (weights[k] ?? 0) * (row[k] ?? 0);
  const pull = one.weight * (1 / (1 + Math.exp(-score)) - (one.right ? 1 : 0));
  for (let k = 0; k < row.length; k++) gradient[k] = (gradient[k] ?? 0) + pull * (row[k] ?? 0);
  gradient[row.length] = (gradient[row.length] ?? 0) + pull;
}

/** The probability a logistic regression gives. */
export function probability(model: Logistic, features: Readonly<Record<string, number>>): number {
  const score = model.names.reduce(
    (sum, name, k) => sum + (model.weights[k] ?? 0) * (features[name] ?? 0),
    model.bias,
  );
  return 1 / (1 + Math.exp(-score));
}
