import type { RankingModel } from '../../src/answering/ranking-model.ts';
import { random, shuffle } from './random.ts';

/** One answered question: what speaks for the answer, and whether it was right. */
export interface Judged {
  readonly features: Readonly<Record<string, number>>;
  readonly right: boolean;
  readonly weight: number;
}

/** A network whose output, with the bias, is the logarithm of the odds of being right. */
export interface Confidence {
  readonly model: RankingModel;
  readonly bias: number;
}

const EPOCHS = 12;
const BATCH = 64;
const RATE = 0.004;
const DECAY = 1e-3;
/** Units of the one hidden layer, and the share left out of each step. */
const HIDDEN = 16;
const DROPPED = 0.3;
/** Networks trained from different beginnings and averaged: their mistakes differ. */
const SEEDS = [5, 6, 7] as const;
/** A feature further from its mean than this many deviations tells no more. */
const FARTHEST = 6;

interface Sample {
  readonly row: Float64Array;
  readonly right: number;
  readonly weight: number;
}

/**
 * Learns the probability of being right: weighted logistic regression with one hidden layer of rectified units
 * beside the straight path, decayed, with dropout, by Adam from fixed seeds.
 */
export function trainConfidence(judged: readonly Judged[]): Confidence {
  const names = Object.keys(judged[0]?.features ?? {});
  const mean = (of: (one: Judged) => number): number =>
    judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
  const means = names.map((name) => mean((one) => one.features[name] ?? 0));
  const deviations = names
    .map((name, k) => Math.sqrt(mean((one) => ((one.features[name] ?? 0) - (means[k] ?? 0)) ** 2)))
    .map((deviation) => (deviation < 1e-3 ? 0 : deviation));
  const weight = mean((one) => one.weight);
  const samples = judged.map((one): Sample => {
    const row = Float64Array.from(names, (name, k) => {
      const deviation = deviations[k] ?? 0;
      const value = deviation > 0 ? ((one.features[name] ?? 0) - (means[k] ?? 0)) / deviation : 0;
      return Math.max(-FARTHEST, Math.min(FARTHEST, value));
    });
    return { row, right: one.right ? 1 : 0, weight: one.weight / weight };
  });
  return merge(
    SEEDS.map((seed) => trainOne(samples, names.length, seed)),
    { names, means, deviations },
  );
}

/** The probability a trained network gives, from features as they are. */
export function probability(
  { model, bias }: Confidence,
  score: (row: readonly number[]) => number,
  features: Readonly<Record<string, number>>,
): number {
  return 1 / (1 + Math.exp(-bias - score(model.names.map((name) => features[name] ?? 0))));
}

/** The mean of several networks is one network with all their hidden units. */
function merge(
  networks: readonly Float64Array[],
  scale: Pick<RankingModel, 'names' | 'means' | 'deviations'>,
): Confidence {
  const width = scale.names.length;
  const { biases, outer, straight, bias } = partsOf(width);
  const share = 1 / networks.length;
  const mean = (at: number): number => networks.reduce((sum, one) => sum + share * (one[at] ?? 0), 0);
  return {
    bias: mean(bias),
    model: {
      ...scale,
      straight: scale.names.map((_, k) => mean(straight + k)),
      inner: networks.flatMap((one) =>
        Array.from({ length: HIDDEN }, (_, j) => [...one.subarray(j * width, (j + 1) * width)]),
      ),
      biases: networks.flatMap((one) => [...one.subarray(biases, biases + HIDDEN)]),
      outer: networks.flatMap((one) => [...one.subarray(outer, outer + HIDDEN)].map((w) => share * w)),
    },
  };
}

/** Where each kind of parameter begins in the flat list; inner weights come first. */
function partsOf(width: number): { biases: number; outer: number; straight: number; bias: number } {
  const biases = width * HIDDEN;
  const straight = biases + 2 * HIDDEN;
  return { biases, outer: biases + HIDDEN, straight, bias: straight + width };
}

function trainOne(all: readonly Sample[], width: number, seed: number): Float64Array {
  const samples = [...all];
  const { biases, outer, bias } = partsOf(width);
  const next = random(seed);
  const size = bias + 1;
  const parameters = new Float64Array(size);
  for (let i = 0; i < biases; i++) parameters[i] = (2 * next() - 1) / Math.sqrt(width);
  for (let j = 0; j < HIDDEN; j++) parameters[outer + j] = 0.2 * (next() - 0.5);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const steps = EPOCHS * Math.ceil(samples.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(samples, next);
    for (let from = 0; from < samples.length; from += BATCH) {
      const gradient = new Float64Array(size);
      const mask = Float64Array.from({ length: HIDDEN }, () => (next() < DROPPED ? 0 : 1 / (1 - DROPPED)));
      for (const sample of samples.slice(from, from + BATCH)) addPull(gradient, parameters, mask, sample);
      step++;
      const rate = RATE * (1 - step / steps) + RATE / 100;
      for (let k = 0; k < size; k++) {
        const g = (gradient[k] ?? 0) / BATCH + (k < bias ? DECAY * (parameters[k] ?? 0) : 0);
        first[k] = 0.9 * (first[k] ?? 0) + 0.1 * g;
        second[k] = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
        const move = (first[k] ?? 0) / (1 - 0.9 ** step);
        parameters[k] =
          (parameters[k] ?? 0) - (rate * move) / (Math.sqrt((second[k] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return parameters;
}

function addPull(
  gradient: Float64Array,
  parameters: Float64Array,
  mask: Float64Array,
  { row, right, weight }: Sample,
): void {
  const width = row.length;
  const { biases, outer, straight, bias } = partsOf(width);
  const active = new Float64Array(HIDDEN);
  let score = parameters[bias] ?? 0;
  for (let k = 0; k < width; k++) score += (parameters[straight + k] ?? 0) * (row[k] ?? 0);
  for (let j = 0; j < HIDDEN; j++) {
    let sum = parameters[biases + j] ?? 0;
    for (let k = 0, at = j * width; k < width; k++, at++) sum += (parameters[at] ?? 0) * (row[k] ?? 0);
    active[j] = sum > 0 ? (mask[j] ?? 0) * sum : 0;
    score += (parameters[outer + j] ?? 0) * (active[j] ?? 0);
  }
  const pull = weight * (1 / (1 + Math.exp(-score)) - right);
  gradient[bias] = (gradient[bias] ?? 0) + pull;
  for (let k = 0; k < width; k++)
    gradient[straight + k] = (gradient[straight + k] ?? 0) + pull * (row[k] ?? 0);
  for (let j = 0; j < HIDDEN; j++) {
    const activity = active[j] ?? 0;
    if (activity <= 0) continue;
    const through = pull * (parameters[outer + j] ?? 0) * (mask[j] ?? 0);
    gradient[outer + j] = (gradient[outer + j] ?? 0) + pull * activity;
    gradient[biases + j] = (gradient[biases + j] ?? 0) + through;
    for (let k = 0, at = j * width; k < width; k++, at++)
      gradient[at] = (gradient[at] ?? 0) + through * (row[k] ?? 0);
  }
}
