/** The trained ranking as it is shipped: see `bench/train/ranking-training.ts`. */
export interface RankingModel {
  readonly names: readonly string[];
  readonly means: readonly number[];
  /** 0 for a feature that never varied: it is left out. */
  readonly deviations: readonly number[];
  readonly straight: readonly number[];
  /** One row of input weights a hidden unit. */
  readonly inner: readonly (readonly number[])[];
  readonly biases: readonly number[];
  readonly outer: readonly number[];
}

const FARTHEST = 6;

/**
 * Makes the function that scores a row of features: higher answers better; only differences within one
 * question mean anything.
 * @throws Error when the model was trained on other features than the engine now has
 */
export function scorer(model: RankingModel, names: readonly string[]): (row: readonly number[]) => number {
  if (names.length !== model.names.length || names.some((name, i) => name !== model.names[i]))
    throw new Error('the shipped weights are for other features: run node bench/train.ts');
  const width = names.length;
  const hidden = model.biases.length;
  const means = Float64Array.from(model.means);
  const scales = Float64Array.from(model.deviations, (deviation) => (deviation > 0 ? 1 / deviation : 0));
  const straight = Float64Array.from(model.straight);
  const outer = Float64Array.from(model.outer);
  const inner = new Float64Array(width * hidden);
  for (const [j, weights] of model.inner.entries())
    for (const [k, weight] of weights.entries()) inner[k * hidden + j] = weight;
  const standardised = (value: number, k: number): number => {
    const scaled = (value - (means[k] ?? 0)) * (scales[k] ?? 0);
    return scaled > FARTHEST ? FARTHEST : scaled < -FARTHEST ? -FARTHEST : scaled;
  };
  // Most features of most sentences are 0: a row of zeros is worked out once, and a row only where it differs.
  const zero = Float64Array.from(model.means, (_, k) => standardised(0, k));
  const resting = Float64Array.from(model.biases);
  let plainly = 0;
  for (let k = 0; k < width; k++) {
    plainly += (straight[k] ?? 0) * (zero[k] ?? 0);
    for (let j = 0; j < hidden; j++)
      resting[j] = (resting[j] ?? 0) + (inner[k * hidden + j] ?? 0) * (zero[k] ?? 0);
  }
  const units = new Float64Array(hidden);
  return (row) => {
    units.set(resting);
    let score = plainly;
    for (let k = 0; k < width; k++) {
      const value = row[k] ?? 0;
      if (value === 0) continue;
      const change = standardised(value, k) - (zero[k] ?? 0);
      score += (straight[k] ?? 0) * change;
      for (let j = 0, at = k * hidden; j < hidden; j++, at++)
        units[j] = (units[j] ?? 0) + (inner[at] ?? 0) * change;
    }
    for (let j = 0; j < hidden; j++) {
      const unit = units[j] ?? 0;
      if (unit > 0) score += unit * (outer[j] ?? 0);
    }
    return score;
  };
}
