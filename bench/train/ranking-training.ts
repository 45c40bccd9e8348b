import { random, shuffle } from './random.ts';
import type { Row } from './rows.ts';
import { type Scale, scaleOf } from './standardise.ts';

const EPOCHS = 8;
const BATCH = 32;
const RATE = 0.01;
const DECAY = 1e-3;
/** Units of the one hidden layer. */
const HIDDEN = 16;
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
      const network = networkOf(parameters, width, scale);
      for (const { row, features } of scaled.slice(from, from + BATCH))
        addGradient(gradient, network, features, row, row.case.source === 'own' ? ownWeight : 1);
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

/** Views into one flat list of parameters: inner weights, biases, outer weights, straight weights. */
function networkOf(parameters: Float64Array, width: number, scale: Scale): Network {
  const after = width * HIDDEN;
  return {
    scale,
    inner: Array.from({ length: HIDDEN }, (_, j) => parameters.subarray(j * width, (j + 1) * width)),
    biases: parameters.subarray(after, after + HIDDEN),
    outer: parameters.subarray(after + HIDDEN, after + 2 * HIDDEN),
    straight: parameters.subarray(after + 2 * HIDDEN),
  };
}

function scaledFeatures(features: Float32Array, scale: Scale, width: number): Float32Array {
  return features.map((value, i) => {
    const deviation = scale.deviations[i % width] ?? 0;
    if (deviation < 1e-3) return 0;
    return Math.max(-FARTHEST, Math.min(FARTHEST, (value - (scale.means[i % width] ?? 0)) / deviation));
  });
}

function addGradient(
  gradient: Float64Array,
  network: Network,
  features: Float32Array,
  row: Row,
  times: number,
): void {
  const width = network.straight.length;
  const active: Float64Array[] = [];
  const scores = new Float64Array(row.count);
  for (let i = 0; i < row.count; i++) {
    const input = features.subarray(i * width, (i + 1) * width);
    const hidden = Float64Array.from(network.inner, (weights, j) =>
      Math.max(0, dot(weights, input) + (network.biases[j] ?? 0)),
    );
    active.push(hidden);
    scores[i] = dot(network.straight, input) + dot(network.outer, hidden);
  }
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
    if (Math.abs(pull) > 1e-4)
      addPull(
        gradient,
        network,
        features.subarray(i * width, (i + 1) * width),
        active[i] ?? new Float64Array(0),
        pull,
      );
  }
}

function addPull(
  gradient: Float64Array,
  network: Network,
  input: Float32Array,
  hidden: Float64Array,
  pull: number,
): void {
  const width = input.length;
  const after = width * HIDDEN;
  for (let k = 0; k < width; k++) {
    const at = after + 2 * HIDDEN + k;
    gradient[at] = (gradient[at] ?? 0) + pull * (input[k] ?? 0);
  }
  for (let j = 0; j < HIDDEN; j++) {
    const activity = hidden[j] ?? 0;
    if (activity <= 0) continue;
    const through = pull * (network.outer[j] ?? 0);
    gradient[after + HIDDEN + j] = (gradient[after + HIDDEN + j] ?? 0) + pull * activity;
    gradient[after + j] = (gradient[after + j] ?? 0) + through;
    for (let k = 0; k < width; k++)
      gradient[j * width + k] = (gradient[j * width + k] ?? 0) + through * (input[k] ?? 0);
  }
}

function dot(a: Float64Array, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
