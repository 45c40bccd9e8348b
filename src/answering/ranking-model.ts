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
  const means = Float64Array.from(model.means);
  const scales = Float64Array.from(model.deviations, (deviation) => (deviation > 0 ? 1 / deviation : 0));
  const straight = Float64Array.from(model.straight);
  const inner = Float64Array.from(model.inner.flat());
  const input = new Float64Array(width);
  return (row) => {
    let score = 0;
    for (let k = 0; k < width; k++) {
      const value = ((row[k] ?? 0) - (means[k] ?? 0)) * (scales[k] ?? 0);
      const clipped = value > FARTHEST ? FARTHEST : value < -FARTHEST ? -FARTHEST : value;
      input[k] = clipped;
      score += (straight[k] ?? 0) * clipped;
    }
    for (let j = 0, at = 0; j < model.biases.length; j++) {
      let sum = model.biases[j] ?? 0;
      for (let k = 0; k < width; k++, at++) sum += (inner[at] ?? 0) * (input[k] ?? 0);
      if (sum > 0) score += sum * (model.outer[j] ?? 0);
    }
    return score;
  };
}
