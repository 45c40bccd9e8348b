import { createRequire } from 'node:module';
import { baseForm } from './irregular-forms.ts';

// The stemmer's own file: the folder's index loads every language's, at five times the time and memory.
const require = createRequire(import.meta.url);
const porter: { stem(word: string): string } = require('natural/lib/natural/stemmers/porter_stemmer.js');

/** Stems recur within a story and across stories; the cap keeps hostile text from growing the cache for ever. */
const CACHE_LIMIT = 50_000;
const cache = new Map<string, string>();

/**
 * The stem of a word: irregular forms to their base first, then Porter's suffix stripping.
 * @param lower a token's lower-case text
 */
export function stem(lower: string): string {
  const known = cache.get(lower);
  if (known !== undefined) return known;
  const base = baseForm(lower);
  // Longer "words" are noise (a pasted key, a URL) and Porter's regular expressions are not made for them.
  const stemmed = base.length > 40 ? base : porter.stem(base);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(lower, stemmed);
  return stemmed;
}
