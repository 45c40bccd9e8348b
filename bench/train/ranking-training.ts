import { random, shuffle } from './random.ts';
import type { Row } from './rows.ts';
import { type Scale, scaleOf } from './standardise.ts';

const EPOCHS = 6;
const BATCH = 32;
const RATE = 0.01;
const DECAY = 1e-3;
/** Units of the one hidden layer. */
const HIDDEN = 16;
/** Share of the hidden units left out of each step, so that none relies on another (Srivastava et al. 2014). */
const DROPPED = 0.2;
/** Networks trained from different beginnings and averaged: their mistakes differ. */
const SEEDS = [7, 8, 9] as const;
/** A feature further from its mean than this many deviations tells no more. */
const FARTHEST = 6;

/** A small network: features scaled and clipped, a straight path, and one hidden layer of rectified units. */
export interface Network {
  readonly scale: Scale;
  readonly straight: Float64Array;
  /** One row of input weights a hidden unit. */
  readonly inner: readonly Float64Array[];
  readonly biases: Float64Array;
  readonly outer: Float64Array;
}

/**
 * Learns to put the answering sentence first: a conditional logit over all sentences of a story (listwise, as
 * ListNet's top-one case; Cao et al. 2007), by Adam (Kingma and Ba 2015). A hidden layer lets features count
 * differently together than alone: the words of a follow-up, the kind of answer a question wants.
 */
export function trainRanking(rows: readonly Row[], width: number, ownWeight: number): Network {
  return merge(SEEDS.map((seed) => trainOne(rows, width, ownWeight, seed)));
}

/** The mean of several networks is one network with all their hidden units. */
function merge(networks: readonly Network[]): Network {
  const [first] = networks;
  if (!first) throw new Error('no network was trained');
  const share = 1 / networks.length;
  return {
    scale: first.scale,
    straight: first.straight.map((_, k) =>
      networks.reduce((sum, one) => sum + share * (one.straight[k] ?? 0), 0),
    ),
    inner: networks.flatMap((one) => one.inner),
    biases: Float64Array.from(networks.flatMap((one) => [...one.biases])),
    outer: Float64Array.from(networks.flatMap((one) => [...one.outer].map((weight) => share * weight))),
  };
}

function trainOne(rows: readonly Row[], width: number, ownWeight: number, seed: number): Network {
  const scale = scaleOf(rows, width);
  const scaled = rows.map((row) => ({ row, features: scaledFeatures(row.features, scale, width) }));
  const next = random(seed);
  const size = width * HIDDEN + 2 * HIDDEN + width;
  const parameters = new Float64Array(size);
  for (let i = 0; i < width * HIDDEN; i++) parameters[i] = (2 * next() - 1) / Math.sqrt(width);
  for (let i = 0; i < HIDDEN; i++) parameters[width * HIDDEN + HIDDEN + i] = 0.2 * (next() - 0.5);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const steps = EPOCHS * Math.ceil(scaled.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(scaled, next);
    for (let from = 0; from < scaled.length; from += BATCH) {
      const gradient = new Float64Array(size);
      const mask = Float64Array.from({ length: HIDDEN }, () => (next() < DROPPED ? 0 : 1 / (1 - DROPPED)));
      for (const { row, features } of scaled.slice(from, from + BATCH))
        addGradient(gradient, parameters, mask, features, row, row.case.source === 'own' ? ownWeight : 1);
      step++;
      const rate = RATE * (1 - step / steps) + RATE / 100;
      for (let k = 0; k < size; k++) {
        const g = (gradient[k] ?? 0) / BATCH + DECAY * (parameters[k] ?? 0);
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
        const move = (first[k] ?? 0) / (1 - 0.9 ** step);
        parameters[k] =
          (parameters[k] ?? 0) - (rate * move) / (Math.sqrt((second[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return networkOf(parameters, width, scale);
}

/** Where biases, outer weights and straight weights begin in the flat list of parameters; inner weights come first. */
function partsOf(width: number): readonly [number, number, number] {
  const after = width * HIDDEN;
  return [after, after + HIDDEN, after + 2 * HIDDEN];
}

/** Views into the flat list of parameters. */
function networkOf(parameters: Float64Array, width: number, scale: Scale): Network {
  const [biases, outer, straight] = partsOf(width);
  return {
    scale,
    inner: Array.from({ length: HIDDEN }, (_, j) => parameters.subarray(j * width, (j + 1) * width)),
    biases: parameters.subarray(biases, outer),
    outer: parameters.subarray(outer, straight),
    straight: parameters.subarray(straight),
  };
}

function scaledFeatures(features: Float32Array, scale: Scale, width: number): Float32Array {
  return features.map((value, i) => {
    const deviation = scale.deviations[i % width] ?? 0;
    if (deviation < 1e-3) return 0;
    return Math.max(-FARTHEST, Math.min(FARTHEST, (value - (scale.means[i % width] ?? 0)) / deviation));
  });
}

/**
 * Adds one question's gradient. Plain loops over flat lists: nine tenths of the training's time goes by here.
 * @param mask what each hidden unit's activity is multiplied by in this step; 0 leaves it out
 */
function addGradient(
  gradient: Float64Array,
  parameters: Float64Array,
  mask: Float64Array,
  features: Float32Array,
  row: Row,
  times: number,
): void {
  const width = features.length / row.count;
  const [biases, outer, straight] = partsOf(width);
  const active = new Float64Array(row.count * HIDDEN);
  const scores = new Float64Array(row.count);
  for (let i = 0; i < row.count; i++) {
    const from = i * width;
    let score = 0;
    for (let k = 0; k < width; k++) score += (parameters[straight + k] ?? 0) * (features[from + k] ?? 0);
    for (let j = 0; j < HIDDEN; j++) {
      const kept = mask[j] ?? 0;
      if (kept === 0) continue;
      let sum = parameters[biases + j] ?? 0;
      for (let k = 0, at = j * width; k < width; k++, at++)
        sum += (parameters[at] ?? 0) * (features[from + k] ?? 0);
      if (sum <= 0) continue;
      active[i * HIDDEN + j] = kept * sum;
      score += (parameters[outer + j] ?? 0) * kept * sum;
    }
    scores[i] = score;
  }
  for (const [i, pull] of pullsOf(scores, row.case.gold).entries()) {
    const strength = times * pull;
    if (Math.abs(strength) <= 1e-4) continue;
    const from = i * width;
    for (let k = 0; k < width; k++) {
      const at = straight + k;
      gradient[at] = (gradient[at] ?? 0) + strength * (features[from + k] ?? 0);
    }
    for (let j = 0; j < HIDDEN; j++) {
      const activity = active[i * HIDDEN + j] ?? 0;
      if (activity <= 0) continue;
      const through = strength * (parameters[outer + j] ?? 0) * (mask[j] ?? 0);
      gradient[outer + j] = (gradient[outer + j] ?? 0) + strength * activity;
      gradient[biases + j] = (gradient[biases + j] ?? 0) + through;
      for (let k = 0, at = j * width; k < width; k++, at++)
        gradient[at] = (gradient[at] ?? 0) + through * (features[from + k] ?? 0);
    }
  }
}

/** The derivative of the loss by each sentence's score: its chance less its share of being right. */
function pullsOf(scores: Float64Array, gold: readonly number[]): Float64Array {
  const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const chances = scores.map((score) => Math.exp(score - top));
  const all = chances.reduce((a, b) => a + b, 0);
  const right = gold.reduce((sum, i) => sum + (chances[i] ?? 0), 0);
  const pulls = chances.map((chance) => chance / all);
  for (const i of gold) pulls[i] = (pulls[i] ?? 0) - (chances[i] ?? 0) / Math.max(1e-12, right);
  return pulls;
}
