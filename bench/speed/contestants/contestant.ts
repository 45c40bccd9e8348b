import type { BenchQuestion, BenchStory } from '../bench-story.ts';

/** Something that can be asked about a story. */
export interface Contestant {
  readonly name: string;
  /** Reads a story; what is given back answers one question by the best sentences it knows. */
  index(story: BenchStory): Ask;
}

export type Ask = (question: BenchQuestion) => unknown;
