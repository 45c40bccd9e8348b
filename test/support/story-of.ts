import type { Article } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';

/** An article made of plain paragraphs, read as a story file is. */
export function storyOf(...paragraphs: readonly string[]): Article {
  const { article } = parseArticle(`---\ntitle: A test\n---\n\n${paragraphs.join('\n\n')}\n`, {
    file: 'test.md',
  });
  if (article === undefined) throw new Error('the test story does not parse');
  return article;
}
