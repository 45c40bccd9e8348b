import type { Row } from './rows.ts';

/** Mean and deviation of each feature over all rows of some cases. */
export interface Scale {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** Measures the features, so that weights can be compared and steps are even. */
export function scaleOf(rows: readonly Row[], width: number): Scale {
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  let count = 0;
  for (const row of rows)
    for (let i = 0; i < row.features.length; i++) {
      const value = row.features[i] ?? 0;
      const k = i % width;
      sum[k] = (sum[k] ?? 0) + value;
      squares[k] = (squares[k] ?? 0) + value * value;
      if (k === 0) count++;
    }
  const means = [...sum].map((total) => total / count);
  const deviations = [...squares].map((total, k) =>
    Math.sqrt(Math.max(0, total / count - (means[k] ?? 0) ** 2)),
  );
  return { means, deviations };
}
