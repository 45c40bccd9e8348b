import type { Article } from '../story/article.ts';
import type { Reading } from './reading.ts';
/** Placeholder until the engine's doors are in. */
export function readArticle(_article: Article): Reading {
  throw new Error('no engine');
}
