import { distance, leastDistance } from '../language/edit-distance.ts';
import { relatedStems } from '../language/related-words.ts';
import type { Term } from '../language/terms.ts';
import { frequencyRank, informativeness, vectorOf } from '../language/word-vectors.ts';
import { cosine } from './vector-sum.ts';
import type { Vocabulary, Word } from './vocabulary.ts';

/** A question's content word against every word of the story. */
export interface TermMatch {
  readonly stem: string;
  readonly lower: string;
  /** Index of its token in the question. */
  readonly index: number;
  /** How much of the question hangs on it. */
  readonly weight: number;
  /** The story's word with the same stem. */
  readonly exact: Word | undefined;
  /** Strength by word id, 0..1, by kind of likeness; absent is none. */
  readonly form: ReadonlyMap<number, number>;
  readonly synonym: ReadonlyMap<number, number>;
  readonly near: ReadonlyMap<number, number>;
  readonly spelling: ReadonlyMap<number, number>;
  /** Cosine of the word vectors, where it is at least `LEAST_COSINE`. */
  readonly vector: ReadonlyMap<number, number>;
  readonly ownVector: Float32Array | undefined;
  /** A name, as far as the story or its rarity tells. */
  readonly proper: boolean;
  /** Too rare to have a vector: a name, a code or a misspelling. */
  readonly unknown: boolean;
}

const LEAST_COSINE = 0.35;
const NONE: ReadonlyMap<number, number> = new Map();

/** Matches one content word of a question with a story's words in every way we know. */
export function matchTerm(term: Term, vocabulary: Vocabulary): TermMatch {
  const exact = vocabulary.byStem.get(term.stem);
  const vector = vectorOf(term.lower);
  const weight = exact
    ? Math.max(0.15, (informativeness(term.lower) + exact.weight) / 2)
    : Math.max(0.15, informativeness(term.lower));
  const [synonym, near] = relatives(term.stem, vector, vocabulary);
  return {
    stem: term.stem,
    lower: term.lower,
    index: term.index,
    weight,
    exact,
    form: exact ? NONE : sameBeginning(term.stem, vocabulary),
    synonym,
    near,
    spelling: exact ? NONE : misspelt(term.lower, vocabulary),
    vector: vector ? nearVectors(vector, vocabulary, exact) : NONE,
    ownVector: vector,
    proper: exact ? exact.proper : vector === undefined,
    unknown: vector === undefined,
  };
}

/** invade, invasion: stems of five letters and more that begin alike, most of the way. */
function sameBeginning(stem: string, vocabulary: Vocabulary): ReadonlyMap<number, number> {
  if (stem.length < 4) return NONE;
  const found = new Map<number, number>();
  for (const word of vocabulary.words) {
    if (word.stem.charCodeAt(0) !== stem.charCodeAt(0)) continue;
    const shorter = Math.min(stem.length, word.stem.length);
    if (shorter < 4) continue;
    let same = 1;
    while (same < shorter && stem.charCodeAt(same) === word.stem.charCodeAt(same)) same++;
    if (same >= 5 || (same === 4 && shorter === 4))
      found.set(word.id, (2 * same) / (stem.length + word.stem.length));
  }
  return found;
}

/**
 * WordNet's relatives among the story's words. It lists every sense ("die" is "go" of an engine), so a relation is
 * trusted as far as the two words keep the same company.
 */
function relatives(
  stem: string,
  vector: Float32Array | undefined,
  vocabulary: Vocabulary,
): readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>] {
  const synonym = new Map<number, number>();
  const near = new Map<number, number>();
  const put = (to: Map<number, number>, word: Word | undefined): void => {
    const trust = word ? companyOf(vector, word.vector) : 0;
    if (word && trust > 0) to.set(word.id, trust);
  };
  for (const [other, relation] of relatedStems(stem))
    put(relation === 'synonym' ? synonym : near, vocabulary.byStem.get(other));
  for (const id of vocabulary.linkedFrom.get(stem) ?? []) put(synonym, vocabulary.words[id]);
  return [synonym, near];
}

/** From 0, for words never met together, to 1; rare words, without a vector, have few senses to be mistaken in. */
function companyOf(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 1;
  return Math.max(0, Math.min(1, (cosine(a, b) - STRANGERS) / (FRIENDS - STRANGERS)));
}

/** Cosines below which a relation is not believed and above which it is wholly. */
const STRANGERS = 0;
const FRIENDS = 0.4;

function nearVectors(
  vector: Float32Array,
  vocabulary: Vocabulary,
  exact: Word | undefined,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const word of vocabulary.words) {
    if (!word.vector || word === exact) continue;
    const dot = cosine(vector, word.vector);
    if (dot >= LEAST_COSINE) found.set(word.id, dot);
  }
  return found;
}

/** A rare word that the story lacks, one or two slips of the finger from one that it has. */
function misspelt(lower: string, vocabulary: Vocabulary): ReadonlyMap<number, number> {
  const rank = frequencyRank(lower);
  if (lower.length < 4 || lower.length > 24 || (rank !== undefined && rank < 6_000)) return NONE;
  const found = new Map<number, number>();
  const allowed = lower.length >= 7 ? 2 : 1;
  for (const word of vocabulary.words) {
    if (Math.abs(word.lower.length - lower.length) > allowed || word.lower.length < 4) continue;
    if (leastDistance(lower, word.lower) > allowed) continue;
    const slips = distance(lower, word.lower);
    if (slips <= allowed)
      found.set(word.id, (1 - slips / (lower.length + 1)) * (rank === undefined ? 1 : 0.6));
  }
  return found;
}
