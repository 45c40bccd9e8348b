import { relatedStems } from '../language/related-words.ts';
import { informativeness, vectorOf } from '../language/word-vectors.ts';

/** One content word of a story, in all its forms. */
export interface Word {
  readonly id: number;
  readonly stem: string;
  /** The form met first, lower case. */
  readonly lower: string;
  readonly vector: Float32Array | undefined;
  /** 0 (says little) to about 1 (rare); see `informativeness`. */
  readonly weight: number;
  /** Never met in lower case inside a sentence: a name, most likely. */
  readonly proper: boolean;
  /** The sentences it stands in, by their index. */
  readonly units: readonly number[];
}

/** The content words of one story and what leads to them. */
export interface Vocabulary {
  readonly words: readonly Word[];
  readonly byStem: ReadonlyMap<string, Word>;
  /** Words of the story that a stem is linked from, by WordNet: the other end of `relatedStems`. */
  readonly linkedFrom: ReadonlyMap<string, readonly number[]>;
}

/** Collects a story's content words while its sentences are read; ids count from 0 in reading order. */
export class VocabularyBuilder {
  readonly #byStem = new Map<string, { id: number; lower: string; proper: boolean; units: number[] }>();

  /**
   * @param sentence index of the sentence it stands in
   * @param named written with a capital where no sentence begins
   * @returns the word's id
   */
  add(stem: string, lower: string, sentence: number, named: boolean | undefined): number {
    const known = this.#byStem.get(stem);
    if (known === undefined) {
      const id = this.#byStem.size;
      this.#byStem.set(stem, { id, lower, proper: named !== false, units: [sentence] });
      return id;
    }
    if (named === false) known.proper = false;
    if (known.units.at(-1) !== sentence) known.units.push(sentence);
    return known.id;
  }

  build(): Vocabulary {
    const words = [...this.#byStem].map(([stem, { id, lower, proper, units }]): Word => {
      return { id, stem, lower, proper, units, vector: vectorOf(lower), weight: informativeness(lower) };
    });
    const linkedFrom = new Map<string, number[]>();
    for (const word of words)
      for (const [other, relation] of relatedStems(word.stem)) {
        if (relation !== 'synonym') continue;
        const list = linkedFrom.get(other);
        if (list) list.push(word.id);
        else linkedFrom.set(other, [word.id]);
      }
    return { words, byStem: new Map(words.map((word) => [word.stem, word])), linkedFrom };
  }
}
