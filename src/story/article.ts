/**
 * One document as we read it. Offsets are UTF-16, end exclusive. Paragraph 0 is the headline text
 * (`Article.headline`: the title, then a blank line and the standfirst when there is one); paragraphs 1…n
 * are the body's. Sentences count from 1 within their paragraph.
 */
export interface Article {
  readonly slug: Slug;
  readonly title: string;
  readonly standfirst?: string;
  readonly author?: string;
  /** Publisher, in prose. */
  readonly source?: string;
  /** Where citations link to; http(s) only. */
  readonly url?: string;
  readonly published?: Published;
  readonly publishedNote?: string;
  readonly licence?: string;
  readonly corrections: readonly string[];
  /** Paragraph 0: what its sentences' offsets point into. */
  readonly headline: Paragraph;
  /** The cleaned body: its paragraphs joined by a blank line. Offsets of paragraphs 1…n point into it. */
  readonly body: string;
  readonly paragraphs: readonly Paragraph[];
  /** The text as received, front matter included. */
  readonly raw: string;
  /** What cleaning moved, inserted or took away, in body order. */
  readonly repairs: readonly Repair[];
  /** The position in `raw` that a position of `body` was made from. */
  rawOffset(bodyOffset: number): number;
}

/** A story's name in addresses and commands: lower-case letters, digits and hyphens. */
export type Slug = string & { readonly __brand: 'Slug' };

/** When the article was published, as its front matter says: a date, or an instant when it gives a time. */
export interface Published {
  /** YYYY-MM-DD, in the zone the front matter wrote it in. */
  readonly date: string;
  /** Epoch milliseconds, only when a time was given. */
  readonly instant?: number;
}

export interface Paragraph {
  /** ¶ number; 0 is the headline. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

export interface Sentence {
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Set when the source cuts the sentence: its beginning or its end is missing. */
  readonly damaged?: 'start' | 'end';
}

/** Something cleaning did beyond white space, kept so that an editor can check it. */
export interface Repair {
  readonly kind: 'quote-mark-moved' | 'boilerplate-removed' | 'mojibake-decoded' | 'paragraph-break-inserted';
  /** Line in the raw file, from 1. */
  readonly line: number;
  readonly note: string;
}

/** A place in a story: whole sentences, names, numbers and spans are all given so. */
export interface Cited {
  readonly text: string;
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly damaged?: 'start' | 'end';
}

/** What was wrong with a file, where, and how to mend it. `line` counts from 1; 0 speaks of the whole file. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

/** The sentence as a citation of itself. */
export function citeSentence(sentence: Sentence): Cited {
  const { text, paragraph, sentence: number, start, end, damaged } = sentence;
  return { text, paragraph, sentence: number, start, end, ...(damaged && { damaged }) };
}

/**
 * A part of a sentence as a citation.
 * @param from offset within the sentence's text
 * @param to offset within the sentence's text, exclusive
 */
export function citePart(sentence: Sentence, from: number, to: number): Cited {
  return {
    text: sentence.text.slice(from, to),
    paragraph: sentence.paragraph,
    sentence: sentence.sentence,
    start: sentence.start + from,
    end: sentence.start + to,
    ...(sentence.damaged && { damaged: sentence.damaged }),
  };
}

/** The headline's sentences, then the body's, in reading order. */
export function sentencesOf(article: Article): readonly Sentence[] {
  return [article.headline, ...article.paragraphs].flatMap((paragraph) => paragraph.sentences);
}
