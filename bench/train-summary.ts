/**
 * Learns the weights of the summary and writes `src/briefing/summary/summary.weights.json`.
 * From: `train-summary.labels.jsonl`, which says of each story in `training` the three sentences an editor
 * would tell ("best") and the next best ("good"). The weights start at hand-set ones and are drawn back to
 * them, since there is little to learn from. No chance is involved: the same data gives the same file.
 *
 *   node bench/train-summary.ts           trains and writes
 *   node bench/train-summary.ts --check   cross-validates only, prints, writes nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { FEATURES, type Profile, type Profiles, profile } from '../src/briefing/summary/profile.ts';
import { SET_FEATURES, setFeatures, type Weights } from '../src/briefing/summary/score-set.ts';
import { coherentSets } from '../src/briefing/summary/summarise.ts';
import { parseArticle } from '../src/story/parse-article.ts';

const HERE = new URL('.', import.meta.url);
const TARGET = new URL('../src/briefing/summary/summary.weights.json', HERE);
const FOLDS = 11;
const ROUNDS = 4;
const STEPS = 300;
const RATE = 0.3;
/**
 * How hard the weights are drawn back to the hand-set ones. Less suits the labels better, which favour the
 * beginning as the stories do; news from elsewhere is not so regular.
 */
const PULL = 0.1;
/** Scores are sharpened before they become chances of a set: the best set should win clearly. */
const SHARPNESS = 2;

/** Set by hand from what the measurements of extractive summaries say pays: length, centrality, position. */
const PRIOR: Weights = {
  sentence: {
    first: 1,
    early: 0.6,
    paragraphLead: 0.35,
    late: -0.2,
    brief: -0.8,
    length: 0.6,
    overlong: -0.6,
    centrality: 1,
    title: 0.3,
    numbers: 0.6,
    dates: 0.25,
    names: 0.2,
    quoted: -0.8,
    statement: -0.25,
    personal: -0.6,
    parenthesis: -0.1,
    leansBack: -0.3,
    looksElsewhere: -0.3,
    continues: -0.2,
    background: -0.3,
  },
  set: { coverage: 2, redundancy: -1.2, spread: 0.3, words: 0 },
};

interface Labelled {
  readonly name: string;
  readonly story: Profiles;
  readonly worth: ReadonlyMap<Profile, number>;
}

const Label = z.object({ story: z.string(), best: z.array(z.string()), good: z.array(z.string()) });

function load(): readonly Labelled[] {
  const lines = readFileSync(new URL('train-summary.labels.jsonl', HERE), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { story: name, best, good } = Label.parse(JSON.parse(line));
    const file = `training/${name}.md`;
    const { article } = parseArticle(readFileSync(new URL(file, HERE)), { file });
    if (article === undefined) throw new Error(`${file} cannot be read`);
    const story = profile(article);
    const at = (place: string): Profile => {
      const found = story.sentences.find(({ sentence: s }) => `${s.paragraph}.${s.sentence}` === place);
      if (found === undefined) throw new Error(`${file} has no sentence ${place}`);
      return found;
    };
    const worth = new Map<Profile, number>();
    for (const place of good) worth.set(at(place), 0.5);
    for (const place of best) worth.set(at(place), 1);
    return { name, story, worth };
  });
}

const NAMES = [...FEATURES, ...SET_FEATURES];

function toVector(weights: Weights): number[] {
  return [
    ...FEATURES.map((name) => weights.sentence[name]),
    ...SET_FEATURES.map((name) => weights.set[name]),
  ];
}

function toWeights(vector: readonly number[]): Weights {
  const value = (name: string): number =>
    Math.round((vector[NAMES.indexOf(name as never)] ?? 0) * 1000) / 1000;
  const pick = <K extends string>(names: readonly K[]): Record<K, number> =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, number>;
  return { sentence: pick(FEATURES), set: pick(SET_FEATURES) };
}

/** A set's features, summed over its sentences, and what it is worth: 0…1. */
interface Option {
  readonly features: readonly number[];
  readonly worth: number;
}

function optionsOf({ story, worth }: Labelled, weights: Weights): readonly Option[] {
  return coherentSets(story, 3, weights).map((set) => {
    const whole = setFeatures(set, story);
    return {
      features: [
        ...FEATURES.map((name) => set.reduce((sum, { features }) => sum + features[name], 0)),
        ...SET_FEATURES.map((name) => whole[name]),
      ],
      worth: set.reduce((sum, sentence) => sum + (worth.get(sentence) ?? 0), 0) / 3,
    };
  });
}

/** Not learned: the stories are written so that the first sentence is always right, and little repeats itself. */
const FIXED = new Set<string>(['first', 'coverage']);

/** Raises the expected worth of the set drawn with the softmax of the scores. */
function train(stories: readonly Labelled[]): number[] {
  const prior = toVector(PRIOR);
  let vector = [...prior];
  for (let round = 0; round < ROUNDS; round++) {
    const options = stories.map((story) => optionsOf(story, toWeights(vector)));
    for (let step = 0; step < STEPS; step++) {
      const slope = vector.map((value, i) => -PULL * (value - (prior[i] ?? 0)));
      for (const sets of options) addSlope(sets, vector, slope, 1 / stories.length);
      vector = vector.map((value, i) => (FIXED.has(NAMES[i] ?? '') ? value : value + RATE * (slope[i] ?? 0)));
    }
  }
  return vector;
}

function addSlope(sets: readonly Option[], vector: readonly number[], slope: number[], share: number): void {
  const scores = sets.map(({ features }) => SHARPNESS * dot(features, vector));
  const highest = Math.max(...scores);
  const raw = scores.map((score) => Math.exp(score - highest));
  const sum = raw.reduce((a, b) => a + b, 0);
  const expected = sets.reduce((total, { worth }, i) => total + (worth * (raw[i] ?? 0)) / sum, 0);
  for (const [i, { features, worth }] of sets.entries()) {
    const gain = (SHARPNESS * share * (raw[i] ?? 0) * (worth - expected)) / sum;
    for (const [k, value] of features.entries()) slope[k] = (slope[k] ?? 0) + gain * value;
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Of the chosen three, the share that is best, and their worth. */
function judge({ story, worth }: Labelled, weights: Weights): { hits: number; worth: number } {
  const vector = toVector(weights);
  const sets = coherentSets(story, 3, weights);
  const options = optionsOf({ name: '', story, worth }, weights);
  let best = 0;
  for (const [i, { features }] of options.entries()) {
    if (dot(features, vector) > dot(options[best]?.features ?? [], vector)) best = i;
  }
  const chosen = sets[best] ?? [];
  return {
    hits: chosen.filter((sentence) => worth.get(sentence) === 1).length / 3,
    worth: chosen.reduce((sum, sentence) => sum + (worth.get(sentence) ?? 0), 0) / 3,
  };
}

function report(name: string, results: readonly { hits: number; worth: number }[]): void {
  const mean = (of: 'hits' | 'worth'): string =>
    (results.reduce((sum, one) => sum + one[of], 0) / results.length).toFixed(3);
  console.log(`${name.padEnd(28)} hits ${mean('hits')}  worth ${mean('worth')}`);
}

const stories = load();
report(
  'lead 3',
  stories.map(({ story, worth }) => {
    const lead = story.sentences.slice(0, 3);
    return {
      hits: lead.filter((sentence) => worth.get(sentence) === 1).length / 3,
      worth: lead.reduce((sum, sentence) => sum + (worth.get(sentence) ?? 0), 0) / 3,
    };
  }),
);
report(
  'hand-set',
  stories.map((story) => judge(story, PRIOR)),
);
const heldOut = stories.map((story, i) => ({ story, fold: i % FOLDS }));
const learned = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = toWeights(train(heldOut.filter((one) => one.fold !== fold).map((one) => one.story)));
  return heldOut.filter((one) => one.fold === fold).map((one) => judge(one.story, weights));
}).flat();
report(`learned, ${FOLDS}-fold held out`, learned);
const weights = toWeights(train(stories));
report(
  'learned, on all',
  stories.map((story) => judge(story, weights)),
);
if (!process.argv.includes('--check')) {
  const note = 'Made by bench/train-summary.ts: a sentence and a set of them score linearly in these.';
  writeFileSync(TARGET, `${JSON.stringify({ note, weights }, null, 2)}\n`);
} else console.log(JSON.stringify(weights));
