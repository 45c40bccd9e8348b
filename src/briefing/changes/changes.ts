import type { Cited } from '../../story/article.ts';

/** What is different between two versions of a story. `before` points into the one, `after` into the other. */
export interface Changes {
  /** The publisher's corrections that are new, word for word. */
  readonly corrections: readonly string[];
  /** The headline, when it is another. */
  readonly headline?: BothSides;
  /** Numbers that stand where others stood, each such change once. */
  readonly numbers: readonly MovedNumber[];
  /** Sentences that were reworded, in the order of the new version. */
  readonly altered: readonly AlteredSentence[];
  /** What is new, in order; sentences that follow each other in a paragraph are together. */
  readonly added: readonly Passage[];
  /** What is gone, in the order of the old version. */
  readonly removed: readonly Passage[];
  /** How much changed, to compare stories by: about how many sentences a reader must read anew. 0: nothing. */
  readonly amount: number;
}

export interface BothSides {
  readonly before: Cited;
  readonly after: Cited;
}

export interface MovedNumber extends BothSides {
  /** What it counts, in the new version's words; else in the old one's. */
  readonly counts?: string;
}

export interface AlteredSentence extends BothSides {
  /** The texts of all but the `removed` parts are the new sentence; of all but the `added`, the old one. */
  readonly parts: readonly WordPart[];
}

export interface WordPart {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Sentences that follow each other in one paragraph. */
export interface Passage {
  readonly sentences: readonly Cited[];
  /** They are the whole paragraph. */
  readonly whole: boolean;
}
