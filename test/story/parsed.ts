import type { Article } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';
import { formatProblem } from '../../src/story/problem.ts';

/** Front matter with a headline and nothing else. */
export const FRONT = '---\ntitle: A headline\n---\n\n';

/** The article of a text; throws what is wrong with it when there is none. */
export function parse(text: string | Uint8Array, file = 'story.md'): Article {
  const { article, problems } = parseArticle(text, { file });
  if (!article) throw new Error(problems.map(formatProblem).join('; '));
  return article;
}

/** Its paragraphs. */
export const paragraphs = (text: string, file?: string) =>
  parse(text, file).paragraphs.map((paragraph) => paragraph.text);
/** The paragraphs of a Markdown body. */
export const body = (markdown: string) => paragraphs(FRONT + markdown);
/** What is wrong with a text, a line each. */
export const problemsOf = (text: string | Uint8Array, file = 'story.md') =>
  parseArticle(text, { file }).problems.map(formatProblem);
