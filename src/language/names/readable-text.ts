/**
 * What reading names and quotes needs of a document; an article is one. Offsets are UTF-16, end exclusive:
 * those of body paragraphs point into `body`, those of the headline's sentences into `headline.text`.
 */
export interface ReadableText {
  readonly headline: ReadableParagraph;
  readonly body: string;
  readonly paragraphs: readonly ReadableParagraph[];
}

export interface ReadableParagraph {
  /** From 1; 0 is the headline. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentences: readonly ReadableSentence[];
}

export interface ReadableSentence {
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The headline's sentences, then the body's. */
export function readableSentences(text: ReadableText): readonly ReadableSentence[] {
  return [text.headline, ...text.paragraphs].flatMap((paragraph) => paragraph.sentences);
}
