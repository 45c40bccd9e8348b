import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Words and phrases that news uses for one and the same thing ("hit back", "retaliate"), grouped by hand in
 * `bench/lexicon/concepts.txt` and compiled by `bench/lexicon/build-concepts.ts`. Unlike word vectors they do not
 * mistake what stands in the same company for what means the same; unlike WordNet they know phrases.
 */
interface Table {
  readonly concepts: readonly string[];
}

/** A concept met in a text: its number, and the first and last of the words that express it. */
export interface FoundConcept {
  readonly concept: number;
  readonly first: number;
  readonly last: number;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly concepts: number[];
}

let loaded: ReadonlyMap<string, readonly Phrase[]> | undefined;

/** Phrases by their first stem, the longest first. */
function phrases(): ReadonlyMap<string, readonly Phrase[]> {
  if (loaded) return loaded;
  const file = join(import.meta.dirname, 'data', 'concepts.json');
  const { concepts }: Table = JSON.parse(readFileSync(file, 'utf8'));
  const all = new Map<string, Phrase>();
  for (const [concept, line] of concepts.entries())
    for (const phrase of line.split(',')) {
      const known = all.get(phrase);
      if (known) known.concepts.push(concept);
      else all.set(phrase, { stems: phrase.split(' '), concepts: [concept] });
    }
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of all.values()) {
    const [first = ''] = phrase.stems;
    const list = byFirst.get(first);
    if (list) list.push(phrase);
    else byFirst.set(first, [phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  loaded = byFirst;
  return byFirst;
}

/**
 * The concepts a text expresses. Where a phrase is met ("take off"), its words no longer count on their own.
 * @param stems the stems of all its words in order, grammar words too
 */
export function findConcepts(stems: readonly string[]): readonly FoundConcept[] {
  const found: FoundConcept[] = [];
  const known = phrases();
  for (let first = 0; first < stems.length; first++) {
    const phrase = known
      .get(stems[first] ?? '')
      ?.find((one) => one.stems.every((stem, i) => stems[first + i] === stem));
    if (!phrase) continue;
    const last = first + phrase.stems.length - 1;
    for (const concept of phrase.concepts) found.push({ concept, first, last });
    first = last;
  }
  return found;
}
