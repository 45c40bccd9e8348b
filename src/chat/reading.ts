import type { Answer, Context } from '../answering/answer.ts';
import type { Brief, Depth } from '../briefing/brief.ts';
import type { Article, Slug } from '../story/article.ts';
import type { Story } from '../story/story.ts';

/** The stories there are; what `Library` gives. */
export interface Shelf {
  /** Newest first. */
  all(): readonly Story[];
  get(slug: Slug): Story | undefined;
}

/** One article made ready: everything the engine says of it. Deterministic, from memory. */
export interface Reading {
  readonly article: Article;
  brief(depth: Depth): Brief;
  answer(question: string, context?: Context): Answer;
  suggestions(limit: number, context?: Context): readonly string[];
}
