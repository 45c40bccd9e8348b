import { createHash } from 'node:crypto';
import type { Article } from '../story/article.ts';
import type { Story } from '../story/story.ts';

/** An article as the first version of its story. */
export function storyOf(article: Article, now: number): Story {
  const contentHash = createHash('sha256').update(article.raw).digest('hex');
  return {
    slug: article.slug,
    title: article.title,
    latest: { number: 1, contentHash, seenAt: now, article },
  };
}
