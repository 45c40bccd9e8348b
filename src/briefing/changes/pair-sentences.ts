import type { Sentence } from '../../story/article.ts';

/** Two versions' sentences set against each other; each sentence is in exactly one place. */
export interface Pairing {
  /** The same words in both, wherever they stand now. */
  readonly kept: readonly Pair[];
  /** Alike enough to be one sentence reworded; in the order of the new version. */
  readonly altered: readonly Pair[];
  readonly removed: readonly Sentence[];
  readonly added: readonly Sentence[];
}

export interface Pair {
  readonly before: Sentence;
  readonly after: Sentence;
}

/** So alike, by the words they share, two sentences are one reworded: anywhere, or in the very same place. */
const ALIKE = 0.55;
const ALIKE_IN_PLACE = 0.4;
/** A word that more of the unmatched sentences have than this tells nothing of where a sentence went. */
const COMMON_WORD = 40;
/** How many old sentences a new one is compared with: those that share the rarest words. */
const COMPARED = 8;
/** Words of a sentence that are looked at. */
const LONGEST = 300;

/**
 * Pairs the sentences of two versions: first those with the same words, in order where a sentence comes more
 * than once; then the likest of what is left. The time it takes grows with the text, not with its square.
 */
export function pairSentences(before: readonly Sentence[], after: readonly Sentence[]): Pairing {
  const kept = samePairs(before, after);
  const keptBefore = new Set(kept.map((pair) => pair.before));
  const keptAfter = new Set(kept.map((pair) => pair.after));
  const left = {
    before: before.filter((one) => !keptBefore.has(one)),
    after: after.filter((one) => !keptAfter.has(one)),
  };
  const altered = likePairs(left, {
    before: placesOf(before, kept, 'before'),
    after: placesOf(after, kept, 'after'),
  });
  const alteredBefore = new Set(altered.map((pair) => pair.before));
  const alteredAfter = new Set(altered.map((pair) => pair.after));
  return {
    kept,
    altered,
    removed: left.before.filter((one) => !alteredBefore.has(one)),
    added: left.after.filter((one) => !alteredAfter.has(one)),
  };
}

function samePairs(before: readonly Sentence[], after: readonly Sentence[]): readonly Pair[] {
  const waiting = Map.groupBy(before, ({ text }) => sameWords(text));
  for (const sentences of waiting.values()) sentences.reverse();
  return after.flatMap((sentence) => {
    const old = waiting.get(sameWords(sentence.text))?.pop();
    return old ? [{ before: old, after: sentence }] : [];
  });
}

/** A sentence whose quote marks, dashes or spaces are written another way is the same sentence. */
function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚`]/gu, "'")
    .replace(/[‐-―]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Where a sentence stands: how many sentences behind which kept one. */
interface Place {
  readonly behind: number;
  readonly by: number;
}

type Places = ReadonlyMap<Sentence, Place>;

function placesOf(sentences: readonly Sentence[], kept: readonly Pair[], side: keyof Pair): Places {
  const numbers = new Map(kept.map((pair, index) => [pair[side], index]));
  const places = new Map<Sentence, Place>();
  let place: Place = { behind: -1, by: 0 };
  for (const sentence of sentences) {
    const number = numbers.get(sentence);
    place = number === undefined ? { ...place, by: place.by + 1 } : { behind: number, by: 0 };
    places.set(sentence, place);
  }
  return places;
}

interface Left {
  readonly before: readonly Sentence[];
  readonly after: readonly Sentence[];
}

interface Candidate {
  readonly old: number;
  readonly fresh: number;
  readonly likeness: number;
}

/** The likest pairs first, each sentence once; of equals, those that stand nearer to each other. */
function likePairs(
  { before, after }: Left,
  places: { readonly before: Places; readonly after: Places },
): readonly Pair[] {
  const words = { before: before.map(wordsOf), after: after.map(wordsOf) };
  const holders = holdersOf(words.before);
  const standing = new Map(before.map((sentence, index) => [placeKey(places.before.get(sentence)), index]));
  const candidates: Candidate[] = [];
  for (const [fresh, mine] of words.after.entries()) {
    const sentence = after[fresh];
    const place = sentence && places.after.get(sentence);
    const opposite = standing.get(placeKey(place));
    for (const old of new Set([...(opposite === undefined ? [] : [opposite]), ...nearest(mine, holders)])) {
      const likeness = alike(words.before[old] ?? [], mine);
      if (likeness >= (old === opposite ? ALIKE_IN_PLACE : ALIKE)) candidates.push({ old, fresh, likeness });
    }
  }
  candidates.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      Math.abs(a.old - a.fresh) - Math.abs(b.old - b.fresh) ||
      a.fresh - b.fresh ||
      a.old - b.old,
  );
  const taken = new Map<number, number>();
  const gone = new Set<number>();
  for (const { old, fresh } of candidates) {
    if (taken.has(fresh) || gone.has(old)) continue;
    taken.set(fresh, old);
    gone.add(old);
  }
  return after.flatMap((sentence, fresh) => {
    const old = before[taken.get(fresh) ?? -1];
    return old ? [{ before: old, after: sentence }] : [];
  });
}

function placeKey(place: Place | undefined): string {
  return place ? `${place.behind}.${place.by}` : '';
}

function wordsOf({ text }: Sentence): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? [];
  return words.slice(0, LONGEST);
}

function holdersOf(sentences: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const holders = new Map<string, number[]>();
  for (const [index, words] of sentences.entries()) {
    for (const word of new Set(words)) {
      const known = holders.get(word);
      if (known) known.push(index);
      else holders.set(word, [index]);
    }
  }
  return holders;
}

function nearest(
  words: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const weights = new Map<number, number>();
  for (const word of new Set(words)) {
    const having = holders.get(word) ?? [];
    if (having.length > COMMON_WORD) continue;
    for (const index of having) weights.set(index, (weights.get(index) ?? 0) + 1 / having.length);
  }
  return [...weights]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, COMPARED)
    .map(([index]) => index);
}

/** Dice's coefficient of the words, each counted as often as it comes (L. R. Dice, Ecology 26, 1945). */
function alike(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
