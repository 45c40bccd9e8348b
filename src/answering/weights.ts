import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RankingModel } from './ranking-model.ts';
import { type SpanWeights, spanWeights } from './span-weights.ts';

/** What `bench/train.ts` learned; its file says from what and how well. */
export interface Weights {
  readonly ranking: RankingModel;
  readonly confidence: {
    readonly bias: number;
    /** An answer is given from this probability on. */
    readonly threshold: number;
    /** Its output and the bias are the logarithm of the odds of being right. */
    readonly model: RankingModel;
  };
  readonly spans: SpanWeights;
}

/** The file is ours and shipped, so its form is held by a test rather than at each start. */
interface File extends Omit<Weights, 'spans'> {
  readonly spans: Readonly<Record<string, number>>;
}

let loaded: Weights | undefined;

/** The shipped weights, read at the first question. */
export function shippedWeights(): Weights {
  if (loaded) return loaded;
  const file = join(import.meta.dirname, 'answering.weights.json');
  const { ranking, confidence, spans }: File = JSON.parse(readFileSync(file, 'utf8'));
  loaded = { ranking, confidence, spans: spanWeights(Object.entries(spans)) };
  return loaded;
}
