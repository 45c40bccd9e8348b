import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Word vectors: which words stand in the same company. Made by `bench/lexicon/build.ts` from GloVe
 * (Pennington, Socher and Manning 2014, public domain). They find "soldiers" for "troops", but also
 * "Monday" for "Friday": nearness is a hint to be weighed, never a synonym.
 */
const Table = z.object({ dimensions: z.int(), words: z.string(), bytes: z.string() });

interface Vectors {
  readonly dimensions: number;
  readonly ranks: ReadonlyMap<string, number>;
  readonly rows: Int8Array;
}

let loaded: Vectors | undefined;

/** Read at the first question rather than at import: a `check` or a `help` does not pay for it. */
function vectors(): Vectors {
  if (loaded) return loaded;
  const file = join(import.meta.dirname, 'data', 'word-vectors.json');
  const { dimensions, words, bytes } = Table.parse(JSON.parse(readFileSync(file, 'utf8')));
  const buffer = Buffer.from(bytes, 'base64');
  const ranks = new Map<string, number>();
  for (const [rank, word] of words.split(' ').entries()) ranks.set(word, rank);
  loaded = { dimensions, ranks, rows: new Int8Array(buffer.buffer, buffer.byteOffset, buffer.length) };
  return loaded;
}

/** The vector of a word (lower case), of length 1; undefined for a word too rare to have one. */
export function vectorOf(lower: string): Float32Array | undefined {
  const { ranks, rows, dimensions } = vectors();
  const rank = ranks.get(lower);
  if (rank === undefined) return undefined;
  const vector = Float32Array.from(rows.subarray(rank * dimensions, (rank + 1) * dimensions));
  let square = 0;
  for (const value of vector) square += value * value;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let i = 0; i < dimensions; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}

/** Place of a word (lower case) among the commonest of written English, from 0; undefined past the 30,000th. */
export function frequencyRank(lower: string): number | undefined {
  return vectors().ranks.get(lower);
}

/**
 * How much a word tells, from 0 (the commonest) to about 1 (rare or unknown): the logarithm of its frequency
 * rank, which by Zipf's law runs like the negative logarithm of its probability.
 */
export function informativeness(lower: string): number {
  const { ranks } = vectors();
  const rank = ranks.get(lower) ?? ranks.size * 1.5;
  return Math.log(1 + rank / 30) / Math.log(1 + ranks.size / 20);
}
