import type { Answer, Context } from '../answering/answer.ts';
import type { Brief, Depth } from '../briefing/brief.ts';
import type { Article } from '../story/article.ts';
import type { Library } from '../story/library.ts';

/** The stories there are: what of a library the chat looks at. */
export type Shelf = Pick<Library, 'all' | 'get' | 'search' | 'versions'>;

/** One article made ready: everything the engine says of it. Deterministic, from memory. */
export interface Reading {
  readonly article: Article;
  brief(depth: Depth): Brief;
  answer(question: string, context?: Context): Answer;
  suggestions(limit: number, context?: Context): readonly string[];
}
