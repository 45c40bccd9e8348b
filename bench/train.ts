/**
 * Learns the weights of the answering engine and writes `src/answering/answering.weights.json`.
 * From: the questions of `bench/training` (ours) and, from the shared benchmark's training part, SQuADShifts'
 * "new Wikipedia" and paragraphs of SQuAD's training set. Nothing that scores is read. Fixed seeds: the same
 * data gives the same file.
 *
 *   node bench/train.ts           trains all
 *   node bench/train.ts --check   cross-validates only, prints, writes nothing
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { confidenceFeatures } from '../src/answering/confidence.ts';
import { matchQuestion } from '../src/answering/match-question.ts';
import { rank } from '../src/answering/rank.ts';
import { type RankingModel, scorer } from '../src/answering/ranking-model.ts';
import { settle } from '../src/answering/settle.ts';
import { spanWeights } from '../src/answering/span-weights.ts';
import { type Case, elsewhereCases, ownCases, squadCases } from './train/cases.ts';
import { type Confidence, type Judged, probability, trainConfidence } from './train/confidence-training.ts';
import { type Network, trainRanking } from './train/ranking-training.ts';
import { type Row, rowsOf } from './train/rows.ts';
import { shorten } from './train/shorten.ts';
import { trainSpans } from './train/span-training.ts';

const FOLDS = 3;
const OWN_IN_RANKING = 4;
/** Public questions are nearly always answered by words they share: what they teach about doubt is worth little. */
const OWN_IN_CONFIDENCE = 30;
/** A question about another story is mostly an easy one. */
const ELSEWHERE_IN_CONFIDENCE = 10;
/** One public question in so many is judged: enough to learn from, and the slowest part. */
const JUDGED_EVERY = 3;
const OWN_IN_SPANS = 6;
/**
 * The confidence is a probability, and half is where answering and withholding break even. A little below it, as
 * a wrong answer is still a sentence of the story with its place, while a right one withheld is lost.
 */
const THRESHOLD = 0.45;

const ours = ownCases();
const cases = [
  ...ours,
  ...elsewhereCases(ours),
  ...squadCases('train-new-wiki.json'),
  ...squadCases('train-squad.json'),
];
const answerable = cases.filter((one) => one.gold.length > 0);
console.log(`${cases.length} questions, ${answerable.length} of them answerable; ours: ${ours.length}`);
const { rows, names } = rowsOf(shorten(answerable));
const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const model = ({ scale, straight, inner, biases, outer }: Network): RankingModel =>
  roundModel({
    names,
    means: scale.means,
    deviations: scale.deviations,
    straight: [...straight],
    inner: inner.map((row) => [...row]),
    biases: [...biases],
    outer: [...outer],
  });
const fold = (group: string): number =>
  [...group].reduce((hash, letter) => (hash * 33 + letter.charCodeAt(0)) >>> 0, 5) % FOLDS;

const flatSpans = trainSpans(
  answerable.filter((one) => one.spans.length > 0),
  OWN_IN_SPANS,
);
const spans = spanWeights(flatSpans);
let heldOutModels: readonly HeldOut[] | undefined;
const judged = Array.from({ length: FOLDS }, (_, held) => judge(held)).flat();
report();
const confidence = trainConfidence(judged.map((one) => one.judged));
reportConfidence(judged.map((one) => ({ ...one, confidence: heldOutConfidence(one) })));
if (!process.argv.includes('--check')) write();

function roundModel(one: RankingModel): RankingModel {
  return {
    names: one.names,
    means: one.means.map(round),
    deviations: one.deviations.map((deviation) => (deviation < 1e-3 ? 0 : round(deviation))),
    straight: one.straight.map(round),
    inner: one.inner.map((row) => row.map(round)),
    biases: one.biases.map(round),
    outer: one.outer.map(round),
  };
}

interface HeldOut {
  readonly confidence: Confidence;
  readonly score: (row: readonly number[]) => number;
}

interface Outcome {
  readonly case: Case;
  readonly judged: Judged;
  readonly rank: number;
}

/** Ranks the questions of one fold by weights learned from the others. */
function judge(held: number): Outcome[] {
  const weights = model(
    trainRanking(
      rows.filter((row: Row) => fold(row.case.group) !== held),
      names.length,
      OWN_IN_RANKING,
    ),
  );
  return cases
    .filter((one, i) => fold(one.group) === held && (one.source === 'own' || i % JUDGED_EVERY === 0))
    .map((one): Outcome => {
      const match = matchQuestion(one.prepared, one.question, one.context);
      const { ranking, span } = settle(match, rank(one.prepared, match, weights), spans);
      const place = ranking.ranked.findIndex(({ unit }) => one.gold.includes(unit.index));
      const features = confidenceFeatures(one.prepared, match, ranking, span);
      return {
        case: one,
        rank: place,
        judged: { features, right: place === 0, weight: weightOf(one) },
      };
    });
}

function weightOf({ source, kind }: Case): number {
  if (source !== 'own') return 1;
  return kind === 'elsewhere' ? ELSEWHERE_IN_CONFIDENCE : OWN_IN_CONFIDENCE;
}

/** Confidence by a model that did not see the question's story. */
function heldOutConfidence(one: Outcome): number {
  heldOutModels ??= Array.from({ length: FOLDS }, (_, held) => {
    const confidence = trainConfidence(
      judged.filter((other) => fold(other.case.group) !== held).map((other) => other.judged),
    );
    return { confidence, score: scorer(confidence.model, confidence.model.names) };
  });
  const model = heldOutModels[fold(one.case.group)];
  return model ? probability(model.confidence, model.score, one.judged.features) : 0;
}

function report(): void {
  const kinds = new Map<string, Outcome[]>();
  for (const one of judged)
    for (const kind of [one.case.source, `${one.case.source} ${one.case.kind}`])
      kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  for (const [kind, list] of kinds) {
    const gold = list.filter((one) => one.case.gold.length > 0);
    if (gold.length === 0) continue;
    const share = (test: (one: Outcome) => boolean): string =>
      (gold.filter(test).length / gold.length).toFixed(3);
    console.log(
      `${kind.padEnd(24)} ${String(gold.length).padStart(6)}  hit1 ${share((one) => one.rank === 0)}  hit3 ${share((one) => one.rank >= 0 && one.rank < 3)}`,
    );
  }
}

/**
 * Prints how good the confidence is on questions of stories it did not see: over all kinds of ours, paraphrases
 * apart (a quarter of ours and made as hard as can be), what each threshold would answer rightly and withhold rightly.
 */
function reportConfidence(all: readonly (Outcome & { confidence: number })[]): void {
  const own = all.filter((one) => one.case.source === 'own' && one.case.kind !== 'elsewhere');
  const gold = own.filter((one) => one.case.gold.length > 0 && one.case.kind !== 'paraphrase');
  const none = own.filter((one) => one.case.gold.length === 0);
  for (const threshold of [0.4, 0.45, 0.5, 0.55, 0.6]) {
    const answered = gold.filter((one) => one.rank === 0 && one.confidence >= threshold).length / gold.length;
    const withheld = none.filter((one) => one.confidence < threshold).length / none.length;
    console.log(
      `from ${threshold}: answered rightly ${answered.toFixed(3)}, withheld rightly ${withheld.toFixed(3)}, mean ${((answered + withheld) / 2).toFixed(3)}`,
    );
  }
  const auc = (from: typeof all): number => {
    const right = from.filter((one) => one.rank === 0);
    const wrong = from.filter((one) => one.case.gold.length === 0);
    const wins = right.reduce(
      (sum, a) =>
        sum +
        wrong.reduce(
          (n, b) => n + (a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0),
          0,
        ),
      0,
    );
    return wins / (right.length * wrong.length);
  };
  console.log(
    `confidence, held out: AUC ${auc(own).toFixed(3)}; public: AUC ${auc(all.filter((one) => one.case.source === 'squad')).toFixed(3)}`,
  );
}

function write(): void {
  const ranking = model(trainRanking(rows, names.length, OWN_IN_RANKING));
  const file = {
    made: `by bench/train.ts from ${cases.length} questions: ours, SQuADShifts new Wikipedia (CC BY-SA), SQuAD train (CC BY-SA 4.0); fixed seeds`,
    ranking,
    confidence: {
      bias: round(confidence.bias),
      threshold: THRESHOLD,
      model: roundModel(confidence.model),
    },
    spans: Object.fromEntries([...flatSpans].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  writeFileSync(
    join(import.meta.dirname, '../src/answering/answering.weights.json'),
    `${JSON.stringify(file)}\n`,
  );
}
