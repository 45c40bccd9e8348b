/**
 * Projects rows onto their principal components, leaving out the first few: in word vectors those carry
 * frequency rather than meaning (Mu and Viswanath, "All-but-the-Top", ICLR 2018).
 * @param rows n rows of `width` numbers, one after the other
 * @returns n rows of `keep` numbers, each of length 1
 */
export function principalComponents(
  rows: Float64Array,
  width: number,
  drop: number,
  keep: number,
): Float64Array {
  const count = rows.length / width;
  const centred = centre(rows, width);
  const axes = eigenvectors(covariance(centred, width), width).slice(drop, drop + keep);
  const out = new Float64Array(count * keep);
  for (let r = 0; r < count; r++) {
    let norm = 0;
    for (const [k, axis] of axes.entries()) {
      let dot = 0;
      for (let i = 0; i < width; i++) dot += (centred[r * width + i] ?? 0) * (axis[i] ?? 0);
      out[r * keep + k] = dot;
      norm += dot * dot;
    }
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let k = 0; k < keep; k++) out[r * keep + k] = (out[r * keep + k] ?? 0) * scale;
  }
  return out;
}

function centre(rows: Float64Array, width: number): Float64Array {
  const count = rows.length / width;
  const mean = new Float64Array(width);
  for (let i = 0; i < rows.length; i++) mean[i % width] = (mean[i % width] ?? 0) + (rows[i] ?? 0) / count;
  return rows.map((value, i) => value - (mean[i % width] ?? 0));
}

function covariance(rows: Float64Array, width: number): Float64Array {
  const count = rows.length / width;
  const out = new Float64Array(width * width);
  for (let r = 0; r < count; r++)
    for (let i = 0; i < width; i++) {
      const a = (rows[r * width + i] ?? 0) / count;
      for (let j = 0; j < width; j++)
        out[i * width + j] = (out[i * width + j] ?? 0) + a * (rows[r * width + j] ?? 0);
    }
  return out;
}

/** Eigenvectors of a symmetric matrix, largest eigenvalue first, by cyclic Jacobi rotations. */
function eigenvectors(matrix: Float64Array, n: number): Float64Array[] {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const at = (i: number, j: number): number => a[i * n + j] ?? 0;
  for (let sweep = 0; sweep < 30; sweep++)
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(at(p, q)) < 1e-14) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [kp, kq] = [at(k, p), at(k, q)];
          a[k * n + p] = c * kp - s * kq;
          a[k * n + q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; k++) {
          const [pk, qk] = [at(p, k), at(q, k)];
          a[p * n + k] = c * pk - s * qk;
          a[q * n + k] = s * pk + c * qk;
          const [vp, vq] = [v[k * n + p] ?? 0, v[k * n + q] ?? 0];
          v[k * n + p] = c * vp - s * vq;
          v[k * n + q] = s * vp + c * vq;
        }
      }
  return Array.from({ length: n }, (_, i) => i)
    .sort((i, j) => at(j, j) - at(i, i))
    .map((i) => Float64Array.from({ length: n }, (_, k) => v[k * n + i] ?? 0));
}
