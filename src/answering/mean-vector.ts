/**
 * The mean of words' vectors, each by its weight, scaled to length 1: what a text speaks of, as far as the
 * company of its words tells. Undefined when no word has a vector.
 */
export function meanVector(
  words: readonly { readonly weight: number; readonly ownVector: Float32Array | undefined }[],
): Float32Array | undefined {
  let sum: Float32Array | undefined;
  for (const { weight, ownVector } of words) {
    if (!ownVector) continue;
    sum ??= new Float32Array(ownVector.length);
    for (let i = 0; i < ownVector.length; i++) sum[i] = (sum[i] ?? 0) + weight * (ownVector[i] ?? 0);
  }
  if (!sum) return undefined;
  let square = 0;
  for (const value of sum) square += value * value;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  return sum.map((value) => value * scale);
}

/** The cosine of two vectors of length 1; 0 where either is missing. */
export function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0;
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] ?? 0) * (b[i] ?? 0);
  return dot;
}
