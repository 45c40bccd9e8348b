import type { Article, Cited } from '../story/article.ts';

/** How much to tell: one sentence; three; the key points, about a quarter of the story. */
export type Depth = 'line' | 'short' | 'full';

export interface Brief {
  readonly title: string;
  readonly depth: Depth;
  /** Whole sentences in story order; never a damaged one. */
  readonly summary: readonly Cited[];
  readonly facts: Facts;
}

/** Each distinct item once, at its first mention, in story order. */
export interface Facts {
  readonly people: readonly Person[];
  readonly quotes: readonly Quote[];
  readonly places: readonly Cited[];
  readonly organisations: readonly Cited[];
  readonly dates: readonly DateMention[];
  readonly numbers: readonly NumberMention[];
  readonly timeline: readonly TimelineEntry[];
}

/** `text` and the position are those of the first mention; `name` is the fullest form the story has. */
export interface Person extends Cited {
  readonly name: string;
  /** In the story's words; "" when it gives none. */
  readonly role: string;
}

/** `text` is the words inside the outer quote marks. */
export interface Quote extends Cited {
  /** Fullest form of the name; "" when the story gives no speaker. */
  readonly speaker: string;
}

/** `text` is as written. */
export interface DateMention extends Cited {
  /** YYYY-MM-DD (or YYYY-MM, YYYY), when the publication date resolves it. */
  readonly date?: string;
  /** The last day (month, year) of a stretch of time such as "last week"; `date` is then its first. */
  readonly until?: string;
}

export interface NumberMention extends Cited {
  /** What it counts, in the story's words. */
  readonly counts?: string;
}

export interface TimelineEntry extends Cited {
  /** The date as written. */
  readonly when: string;
  /** Resolved, as in `DateMention`. */
  readonly date?: string;
  readonly until?: string;
}

/** Makes the brief of an article; see `make-brief.ts`. */
export type MakeBrief = (article: Article, depth: Depth) => Brief;
