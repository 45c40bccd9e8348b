import type { TermMatch } from './match.ts';

/** Strengths per sentence, 0..1, one for each of the story's units. */
export interface MatchedTerm extends TermMatch {
  readonly inUnits: Readonly<Record<Likeness, Float32Array>>;
  /** The strongest of all kinds, each discounted by how far it can be trusted. */
  readonly best: Float32Array;
  /** 1 when next to no sentence of the story meets it, 0 when all do. */
  readonly rarity: number;
  /** The highest cosine with a word of the sentence other than itself. */
  readonly cosine: Float32Array;
}

/** The ways a word of a question can be met. */
export type Likeness =
  | 'exactly'
  | 'form'
  | 'synonym'
  | 'concept'
  | 'near'
  | 'spelling'
  | 'vector'
  | 'vectorName'
  | 'role'
  | 'carried';
