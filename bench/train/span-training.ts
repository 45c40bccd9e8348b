import { matchQuestion } from '../../src/answering/match-question.ts';
import {
  edgeFeatures,
  fullNames,
  type SpanFeatures,
  spanCandidates,
} from '../../src/answering/span-candidates.ts';
import type { Case } from './cases.ts';
import { random } from './random.ts';

/** A sentence that answers a question, its stretches as feature numbers, and how right each stretch is. */
interface Example {
  readonly starts: readonly Int32Array[];
  readonly ends: readonly Int32Array[];
  readonly pairs: readonly (readonly [number, number])[];
  readonly own: readonly Int32Array[];
  readonly right: Float32Array;
  readonly weight: number;
}

/** A feature must have spoken for this many right answers to be kept: the way to a small table that generalises. */
const LEAST_SEEN = 10;
const EPOCHS = 6;
const DECAY = 2e-6;

/**
 * Learns the weights of span features: a conditional logit over all stretches of an answering sentence, by
 * stochastic gradient descent with AdaGrad steps (Duchi, Hazan and Singer 2011).
 * @returns weight by feature name
 */
export function trainSpans(cases: readonly Case[], ownWeight: number): Map<string, number> {
  const numbers = new Map<string, number>();
  const seen: number[] = [];
  const number = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    seen.push(0);
    return numbers.size - 1;
  };
  const examples = cases.flatMap((one) => exampleOf(one, number, seen, ownWeight));
  const weights = learn(examples, seen);
  const kept = [...numbers].filter(
    ([, n]) => (seen[n] ?? 0) >= LEAST_SEEN && Math.abs(weights[n] ?? 0) > 0.02,
  );
  return new Map(
    kept.map(([name, n]): [string, number] => [name, Math.round((weights[n] ?? 0) * 1000) / 1000]),
  );
}

function exampleOf(
  one: Case,
  number: (name: string) => number,
  seen: number[],
  ownWeight: number,
): Example[] {
  const spans = one.spans.filter((span) => span.length > 0);
  const at = one.gold.find((unit) =>
    spans.some((span) => one.prepared.units[unit]?.sentence.text.includes(span)),
  );
  const unit = at === undefined ? undefined : one.prepared.units[at];
  if (!unit || unit.tokens.length > 120) return [];
  const candidates = spanCandidates(matchQuestion(one.prepared, one.question, one.context), unit);
  const text = unit.sentence.text;
  const said = spans.filter((span) => text.includes(span));
  const ints = (features: SpanFeatures): Int32Array =>
    Int32Array.from(fullNames(candidates, features), number);
  const right = Float32Array.from(candidates.sentence.pairs, ([first, last]) => {
    const words = text.slice(unit.tokens[first]?.start, unit.tokens[last]?.end);
    return said.includes(words) ? 1 : 0;
  });
  if (!right.some((value) => value > 0)) {
    const scores = candidates.sentence.pairs.map(([first, last]) =>
      Math.max(
        ...said.map((span) => overlap(text.slice(unit.tokens[first]?.start, unit.tokens[last]?.end), span)),
      ),
    );
    const best = scores.reduce((a, b) => Math.max(a, b), 0);
    if (best < 0.7) return [];
    scores.forEach((score, i) => {
      right[i] = score === best ? 1 : 0;
    });
  }
  const example: Example = {
    starts: edgeFeatures(candidates, 'starts').map(ints),
    ends: edgeFeatures(candidates, 'ends').map(ints),
    pairs: candidates.sentence.pairs,
    own: candidates.sentence.pairs.map(([first, last]) => ints(candidates.featuresOf(first, last))),
    right,
    weight: one.source === 'own' ? ownWeight : 1,
  };
  example.right.forEach((value, i) => {
    if (value > 0) for (const list of listsOf(example, i)) for (const n of list) seen[n] = (seen[n] ?? 0) + 1;
  });
  return [example];
}

/** Share of words two stretches have in common (F1), as SQuAD scores them. */
function overlap(a: string, b: string): number {
  const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [x, y] = [words(a), words(b)];
  const left = new Map<string, number>();
  for (const word of y) left.set(word, (left.get(word) ?? 0) + 1);
  let hit = 0;
  for (const word of x) {
    const n = left.get(word) ?? 0;
    if (n > 0) hit++;
    left.set(word, n - 1);
  }
  return x.length + y.length === 0 ? 0 : (2 * hit) / (x.length + y.length);
}

function listsOf(example: Example, i: number): readonly Int32Array[] {
  const [first = 0, last = 0] = example.pairs[i] ?? [];
  const none = new Int32Array(0);
  return [example.starts[first] ?? none, example.ends[last] ?? none, example.own[i] ?? none];
}

function learn(examples: readonly Example[], seen: readonly number[]): Float64Array {
  const weights = new Float64Array(seen.length);
  const squares = new Float64Array(seen.length).fill(1);
  const keep = Uint8Array.from(seen, (n) => (n >= LEAST_SEEN ? 1 : 0));
  const order = examples.map((_, i) => i);
  const next = random(11);
  const sum = (list: Int32Array): number => list.reduce((total, n) => total + (weights[n] ?? 0), 0);
  const step = (list: Int32Array, gradient: number): void => {
    for (const n of list) {
      if (keep[n] === 0) continue;
      const g = gradient + DECAY * (weights[n] ?? 0);
      squares[n] = (squares[n] ?? 0) + g * g;
      weights[n] = (weights[n] ?? 0) - (0.25 * g) / Math.sqrt(squares[n] ?? 1);
    }
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      const starts = example.starts.map(sum);
      const ends = example.ends.map(sum);
      const scores = Float64Array.from(
        example.pairs,
        ([first, last], i) =>
          (starts[first] ?? 0) + (ends[last] ?? 0) + sum(example.own[i] ?? new Int32Array(0)),
      );
      const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
      let all = 0;
      let right = 0;
      scores.forEach((score, i) => {
        scores[i] = Math.exp(score - top);
        all += scores[i] ?? 0;
        right += (example.right[i] ?? 0) * (scores[i] ?? 0);
      });
      const byStart = new Float64Array(starts.length);
      const byEnd = new Float64Array(ends.length);
      example.pairs.forEach(([first, last], i) => {
        const gradient =
          example.weight *
          ((scores[i] ?? 0) / all - ((example.right[i] ?? 0) * (scores[i] ?? 0)) / Math.max(1e-12, right));
        byStart[first] = (byStart[first] ?? 0) + gradient;
        byEnd[last] = (byEnd[last] ?? 0) + gradient;
        if (Math.abs(gradient) > 1e-4) step(example.own[i] ?? new Int32Array(0), gradient);
      });
      example.starts.forEach((list, i) => {
        if (Math.abs(byStart[i] ?? 0) > 1e-4) step(list, byStart[i] ?? 0);
      });
      example.ends.forEach((list, i) => {
        if (Math.abs(byEnd[i] ?? 0) > 1e-4) step(list, byEnd[i] ?? 0);
      });
    }
  }
  return weights;
}
