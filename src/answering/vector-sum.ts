interface Weighted {
  readonly weight: number;
  readonly ownVector: Float32Array | undefined;
}

/** The sum of words' vectors, each by its weight; undefined when no word has a vector. */
export function sumVector(words: readonly Weighted[]): Float32Array | undefined {
  let sum: Float32Array | undefined;
  for (const { weight, ownVector } of words) {
    if (!ownVector) continue;
    sum ??= new Float32Array(ownVector.length);
    for (let i = 0; i < ownVector.length; i++) sum[i] = (sum[i] ?? 0) + weight * (ownVector[i] ?? 0);
  }
  return sum;
}

/** A vector scaled to length 1. */
export function unitVector(vector: Float32Array | undefined): Float32Array | undefined {
  if (!vector) return undefined;
  const length = Math.sqrt(cosine(vector, vector));
  return vector.map((value) => (length > 0 ? value / length : 0));
}

/** The dot product: the cosine of two vectors of length 1; 0 where either is missing. */
export function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0;
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  return dot;
}
