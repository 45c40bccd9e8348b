import type { NameType } from '../language/names/read-names.ts';
import type { Token } from '../language/tokens.ts';
import type { Article, Sentence } from '../story/article.ts';
import type { Vocabulary } from './vocabulary.ts';

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
