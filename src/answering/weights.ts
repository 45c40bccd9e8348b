import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type SpanWeights, spanWeights } from './find-span.ts';
import type { RankingModel } from './ranking-model.ts';

const Named = z.record(z.string(), z.number());
const Numbers = z.array(z.number());
const Network = z.object({
  names: z.array(z.string()),
  means: Numbers,
  deviations: Numbers,
  straight: Numbers,
  inner: z.array(Numbers),
  biases: Numbers,
  outer: Numbers,
});
const File = z.object({
  made: z.string(),
  ranking: Network,
  confidence: z.object({ bias: z.number(), threshold: z.number(), model: Network }),
  spans: Named,
});

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

let loaded: Weights | undefined;

/** The shipped weights, read at the first question. */
export function shippedWeights(): Weights {
  if (loaded) return loaded;
  const file = join(import.meta.dirname, 'answering.weights.json');
  const { ranking, confidence, spans } = File.parse(JSON.parse(readFileSync(file, 'utf8')));
  loaded = { ranking, confidence, spans: spanWeights(Object.entries(spans)) };
  return loaded;
}
