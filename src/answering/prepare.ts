import { findConcepts } from '../language/concepts.ts';
import type { NameType } from '../language/names/read-names.ts';
import { contentTerms, stemOf } from '../language/terms.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { type Article, type Sentence, sentencesOf } from '../story/article.ts';
import { readClues } from './clues.ts';
import { readRoles, readStoryNames } from './story-names.ts';
import { sumVector, unitVector } from './vector-sum.ts';
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts';

/** A story made ready for questions; built once per article, never changed. */
export interface Prepared {
  readonly article: Article;
  readonly units: readonly Unit[];
  readonly vocabulary: Vocabulary;
  /** First and last unit of each paragraph by its number; 0 is the headline. */
  readonly paragraphs: readonly (readonly [number, number])[];
  /** Ids of the names that go with a role's word: "president" leads to Biden. */
  readonly byRole: ReadonlyMap<string, readonly number[]>;
  /** The sentences that express a concept, by its number. */
  readonly byConcept: ReadonlyMap<number, readonly number[]>;
  /** Mean number of content words in a sentence. */
  readonly meanLength: number;
}

/** One sentence as the ranking sees it. */
export interface Unit {
  readonly index: number;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Word ids of its content words in order. */
  readonly words: readonly number[];
  /** Token index of each of `words`. */
  readonly places: readonly number[];
  /** How often each word id stands in it. */
  readonly counts: ReadonlyMap<number, number>;
  /** The weighted sum of its words' vectors, and the same at length 1. */
  readonly sum: Float32Array | undefined;
  readonly vector: Float32Array | undefined;
  /** Who is quoted in it: word ids of the speakers' names. */
  readonly speakers: ReadonlySet<number>;
  /** Where it says what somebody is: offsets within its text, and the word ids of the name. */
  readonly introductions: readonly Introduction[];
  /** What it names, by kind: word ids. */
  readonly named: Readonly<Record<NameType, ReadonlySet<number>>>;
  /** Word ids of the person or thing its opening pronoun stands for, as far as the sentence before tells. */
  readonly antecedent: ReadonlySet<number>;
  /** Word ids of whom a pronoun further inside it may stand for, where it names nobody of the kind before. */
  readonly echoed: ReadonlySet<number>;
  /** What kinds of answer it holds: bits of `CLUE`. */
  readonly clues: number;
}

/** A sentence before the story's names are known. */
export type ReadUnit = Omit<Unit, 'sum' | 'vector' | keyof UnitNames>;

/** What a sentence names and quotes. */
export type UnitNames = Pick<Unit, 'speakers' | 'named' | 'antecedent' | 'echoed' | 'introductions'>;

export interface Introduction {
  readonly names: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Reads a story's sentences once, so that each question is only a look-up. */
export function prepare(article: Article): Prepared {
  const builder = new VocabularyBuilder();
  const read = sentencesOf(article).map((sentence, index) => readUnit(sentence, index, builder));
  const vocabulary = builder.build();
  const names = readStoryNames(article, read, vocabulary);
  const units = read.map((unit): Unit => {
    const sum = sumOfWords(unit.counts.keys(), vocabulary);
    return { ...names(unit), ...unit, sum, vector: unitVector(sum) };
  });
  const paragraphs: [number, number][] = [];
  for (const { index, sentence } of units) {
    const known = paragraphs[sentence.paragraph];
    if (known) known[1] = index;
    else paragraphs[sentence.paragraph] = [index, index];
  }
  const total = units.reduce((sum, unit) => sum + unit.words.length, 0);
  return {
    article,
    units,
    vocabulary,
    paragraphs,
    byRole: readRoles(article, vocabulary),
    byConcept: readConcepts(read),
    meanLength: total / Math.max(1, units.length),
  };
}

function readConcepts(units: readonly ReadUnit[]): ReadonlyMap<number, readonly number[]> {
  const byConcept = new Map<number, number[]>();
  for (const { index, tokens } of units)
    for (const { concept } of findConcepts(tokens.map(stemOf))) {
      const list = byConcept.get(concept);
      if (!list) byConcept.set(concept, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
  return byConcept;
}

function sumOfWords(ids: Iterable<number>, { words }: Vocabulary): Float32Array | undefined {
  return sumVector([...ids].map((id) => ({ weight: words[id]?.weight ?? 0, ownVector: words[id]?.vector })));
}

function readUnit(sentence: Sentence, index: number, builder: VocabularyBuilder): ReadUnit {
  const tokens = tokenize(sentence.text);
  const words: number[] = [];
  const places: number[] = [];
  const counts = new Map<number, number>();
  for (const term of contentTerms(tokens)) {
    const id = builder.add(
      term.stem,
      term.lower,
      index,
      isNamed(tokens, term.index, sentence.paragraph === 0),
    );
    words.push(id);
    places.push(term.index);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { index, sentence, tokens, words, places, counts, clues: readClues(sentence.text, tokens) };
}

/** Capitalised inside a sentence; undefined where a capital (or its want, in a title) tells nothing. */
function isNamed(tokens: readonly Token[], at: number, headline: boolean): boolean | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const capital = token.text[0] !== token.lower[0];
  if (!capital) return false;
  const first = tokens.slice(0, at).every((before) => before.kind === 'mark');
  return first || headline || /^["“'‘:.]$/.test(tokens[at - 1]?.text ?? '') ? undefined : true;
}
