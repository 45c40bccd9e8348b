import { random } from './random.ts';
import type { Row } from './rows.ts';
import { type Scale, scaleOf } from './standardise.ts';

const EPOCHS = 8;
const BATCH = 32;
const RATE = 0.02;
const DECAY = 1e-4;

/**
 * Learns to put the answering sentence first: a linear conditional logit over all sentences of a story
 * (listwise, as ListNet's top-one case; Cao et al. 2007), by Adam (Kingma and Ba 2015).
 * @returns one weight per feature, for features as they are (unscaled)
 */
export function trainRanking(rows: readonly Row[], width: number, ownWeight: number): Float64Array {
  const scale = scaleOf(rows, width);
  const scaled = rows.map((row) => ({ row, features: scaledFeatures(row, scale, width) }));
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  const next = random(7);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(scaled, next);
    const rate = RATE * (1 - epoch / EPOCHS) + RATE / 20;
    for (let from = 0; from < scaled.length; from += BATCH) {
      const gradient = new Float64Array(width);
      for (const { row, features } of scaled.slice(from, from + BATCH))
        addGradient(gradient, weights, features, row, row.case.source === 'own' ? ownWeight : 1);
      step++;
      for (let k = 0; k < width; k++) {
        const g = (gradient[k] ?? 0) / BATCH + DECAY * (weights[k] ?? 0);
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
        const size = (first[k] ?? 0) / (1 - 0.9 ** step);
        weights[k] =
          (weights[k] ?? 0) - (rate * size) / (Math.sqrt((second[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return weights.map((weight, k) =>
    (scale.deviations[k] ?? 0) > 1e-4 ? weight / (scale.deviations[k] ?? 1) : 0,
  );
}

function scaledFeatures(row: Row, scale: Scale, width: number): Float32Array {
  return row.features.map((value, i) => {
    const deviation = scale.deviations[i % width] ?? 0;
    return deviation > 1e-4 ? (value - (scale.means[i % width] ?? 0)) / deviation : 0;
  });
}

function addGradient(
  gradient: Float64Array,
  weights: Float64Array,
  features: Float32Array,
  row: Row,
  times: number,
): void {
  const width = weights.length;
  const scores = scoresOf(weights, features);
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const gold = new Set(row.case.gold);
  let all = 0;
  let right = 0;
  for (let i = 0; i < scores.length; i++) {
    const chance = Math.exp((scores[i] ?? 0) - top);
    scores[i] = chance;
    all += chance;
    if (gold.has(i)) right += chance;
  }
  for (let i = 0; i < scores.length; i++) {
    const chance = scores[i] ?? 0;
    const pull = times * (chance / all - (gold.has(i) ? chance / Math.max(1e-12, right) : 0));
    if (Math.abs(pull) < 1e-5) continue;
    for (let k = 0; k < width; k++) gradient[k] = (gradient[k] ?? 0) + pull * (features[i * width + k] ?? 0);
  }
}

/** The score of each sentence. */
export function scoresOf(weights: Float64Array, features: Float32Array): Float64Array {
  const width = weights.length;
  const scores = new Float64Array(features.length / width);
  for (let i = 0; i < features.length; i++) {
    const at = Math.floor(i / width);
    scores[at] = (scores[at] ?? 0) + (weights[i % width] ?? 0) * (features[i] ?? 0);
  }
  return scores;
}

function shuffle<T>(list: T[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const [a, b] = [list[i], list[j]];
    if (a !== undefined && b !== undefined) [list[i], list[j]] = [b, a];
  }
}
