import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackedList } from './packed-list.ts';

/**
 * Word vectors: which words stand in the same company. Made by `bench/lexicon/build.ts` from GloVe
 * (Pennington, Socher and Manning 2014, public domain). They find "soldiers" for "troops", but also
 * "Monday" for "Friday": nearness is a hint to be weighed, never a synonym.
 */
const DIMENSIONS = 64;

interface Vectors {
  /** In alphabetical order. */
  readonly words: PackedList;
  /** Of each word, its place among them by frequency, from 0. */
  readonly ranks: Uint16Array;
  /** Of each word, its vector. */
  readonly rows: Int8Array;
}

let loaded: Vectors | undefined;

/** Read at the first question rather than at import: a `check` or a `help` does not pay for it. */
function vectors(): Vectors {
  if (loaded) return loaded;
  const data = join(import.meta.dirname, 'data');
  const words = new PackedList(readFileSync(join(data, 'frequent-words.txt'), 'latin1').trimEnd());
  // Copies of their own: a Buffer may begin where no 16-bit number can.
  const ranks = new Uint16Array(Uint8Array.from(readFileSync(join(data, 'frequency-ranks.bin'))).buffer);
  loaded = { words, ranks, rows: Int8Array.from(readFileSync(join(data, 'word-vectors.bin'))) };
  return loaded;
}

/** The vector of a word (lower case), of length 1; undefined for a word too rare to have one. */
export function vectorOf(lower: string): Float32Array | undefined {
  const { words, rows } = vectors();
  const place = words.placeOf(lower);
  if (place === undefined) return undefined;
  const vector = Float32Array.from(rows.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS));
  let square = 0;
  for (const value of vector) square += value * value;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let i = 0; i < DIMENSIONS; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}

/** Place of a word (lower case) among the commonest of written English, from 0; undefined past the 30,000th. */
export function frequencyRank(lower: string): number | undefined {
  const { words, ranks } = vectors();
  const place = words.placeOf(lower);
  return place === undefined ? undefined : ranks[place];
}

/**
 * How much a word tells, from 0 (the commonest) to about 1 (rare or unknown): the logarithm of its frequency
 * rank, which by Zipf's law runs like the negative logarithm of its probability.
 */
export function informativeness(lower: string): number {
  const { length } = vectors().words;
  const rank = frequencyRank(lower) ?? length * 1.5;
  return Math.log(1 + rank / 30) / Math.log(1 + length / 20);
}
