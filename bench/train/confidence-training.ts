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

const ROUNDS = 400;
const RATE = 0.3;
const DECAY = 2e-3;

/** Learns the probability of being right: logistic regression by full gradient steps with momentum. */
export function trainConfidence(judged: readonly Judged[]): Logistic {
  const names = Object.keys(judged[0]?.features ?? {});
  const total = judged.reduce((sum, one) => sum + one.weight, 0);
  const mean = names.map(
    (name) => judged.reduce((sum, one) => sum + one.weight * (one.features[name] ?? 0), 0) / total,
  );
  const deviation = names.map((name, k) =>
    Math.sqrt(
      judged.reduce((sum, one) => sum + one.weight * ((one.features[name] ?? 0) - (mean[k] ?? 0)) ** 2, 0) /
        total,
    ),
  );
  const rows = judged.map((one) =>
    Float64Array.from(names, (name, k) =>
      (deviation[k] ?? 0) > 1e-6 ? ((one.features[name] ?? 0) - (mean[k] ?? 0)) / (deviation[k] ?? 1) : 0,
    ),
  );
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length + 1);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(names.length + 1);
    for (const [i, row] of rows.entries()) {
      const one = judged[i];
      if (!one) continue;
      let score = bias;
      for (let k = 0; k < row.length; k++) score += (weights[k] ?? 0) * (row[k] ?? 0);
      const pull = (one.weight * (1 / (1 + Math.exp(-score)) - (one.right ? 1 : 0))) / total;
      for (let k = 0; k < row.length; k++) gradient[k] = (gradient[k] ?? 0) + pull * (row[k] ?? 0);
      gradient[names.length] = (gradient[names.length] ?? 0) + pull;
    }
    const rate = RATE * (1 - round / ROUNDS);
    for (let k = 0; k <= names.length; k++) {
      speed[k] =
        0.9 * (speed[k] ?? 0) + (gradient[k] ?? 0) + (k < names.length ? DECAY * (weights[k] ?? 0) : 0);
      if (k < names.length) weights[k] = (weights[k] ?? 0) - rate * (speed[k] ?? 0);
    }
    bias -= rate * (speed[names.length] ?? 0);
  }
  const unscaled = names.map((_, k) =>
    (deviation[k] ?? 0) > 1e-6 ? (weights[k] ?? 0) / (deviation[k] ?? 1) : 0,
  );
  return {
    names,
    weights: unscaled,
    bias: bias - unscaled.reduce((sum, weight, k) => sum + weight * (mean[k] ?? 0), 0),
  };
}

/** The probability a logistic regression gives. */
export function probability(model: Logistic, features: Readonly<Record<string, number>>): number {
  const score = model.names.reduce(
    (sum, name, k) => sum + (model.weights[k] ?? 0) * (features[name] ?? 0),
    model.bias,
  );
  return 1 / (1 + Math.exp(-score));
}
