import { createRequire } from 'node:module';

// The file itself: the folder's index also loads the other distances.
const require = createRequire(import.meta.url);
const natural: {
  DamerauLevenshteinDistance(a: string, b: string, options: { restricted: boolean }): number;
} = require('natural/lib/natural/distance/levenshtein_distance.js');

/** Slips that turn one word into the other: a letter added, left out, changed, or two neighbours swapped. */
export function distance(a: string, b: string): number {
  if (a === b) return 0;
  return natural.DamerauLevenshteinDistance(a, b, { restricted: true });
}

/** A lower bound of `distance` that costs next to nothing: how many letters one has and the other lacks. */
export function leastDistance(a: string, b: string): number {
  const letters = new Map<string, number>();
  for (const letter of a) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  for (const letter of b) letters.set(letter, (letters.get(letter) ?? 0) - 1);
  let more = 0;
  let less = 0;
  for (const count of letters.values()) {
    if (count > 0) more += count;
    else less -= count;
  }
  return Math.max(more, less);
}
