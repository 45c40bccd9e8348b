import { readQuotes } from '../language/quotes/read-quotes.ts';
import type { Article, Sentence } from '../story/article.ts';
import type { Quote } from './brief.ts';

/**
 * What a story quotes, in its order: the words inside the outer marks, with the speaker's fullest name. A
 * quote across paragraphs is one slice of the body, the break and the reopening mark included.
 */
export function findQuotes(article: Article): readonly Quote[] {
  return readQuotes(article).map(({ span, sentence, speaker }) => {
    const { paragraph, sentence: number, damaged } = sentence as Sentence;
    return {
      text: article.body.slice(span.start, span.end),
      paragraph,
      sentence: number,
      start: span.start,
      end: span.end,
      ...(damaged && { damaged }),
      speaker: speaker?.name ?? '',
    };
  });
}
