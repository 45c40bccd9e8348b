import type { Article, Problem } from './article.ts';
import { buildArticle } from './build-article.ts';
import { normaliseText } from './cleaning/normalise-text.ts';
import { decodeText } from './decode-text.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { rewriteMapped } from './mapped-text.ts';
import { fault } from './problem.ts';
import { readMarkdown } from './read-markdown.ts';
import { slugOfFile } from './slug.ts';

export type Parsed =
  | { readonly article: Article; readonly problems: readonly Problem[] }
  | { readonly article: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a document into an article: Markdown, plain text or HTML by the file's extension. Never throws,
 * whatever the bytes: what cannot be read is an error with its line; with an article there may be warnings.
 */
export function parseArticle(bytes: Uint8Array | string, { file }: { file: string }): Parsed {
  const decoded = decodeText(bytes, file);
  if ('problem' in decoded) return { article: undefined, problems: [decoded.problem] };
  const raw = decoded.text;
  const split = splitFrontMatter(raw);
  const { frontMatter, problems } = readFrontMatter(split.yaml ?? '', split.yamlLine, file);
  if (frontMatter.title === undefined)
    problems.push(fault(file, 1, 'the story has no title', 'add "title: …" to the front matter'));
  const blocks = readMarkdown(raw, split.bodyStart) ?? [];
  const paragraphs = blocks
    .map((block) => rewriteMapped(normaliseText(block.text), /\n/g, () => ' '))
    .filter((text) => text.text !== '')
    .map((text) => ({ text, cutStart: false, cutEnd: false }));
  if (paragraphs.length === 0)
    problems.push(fault(file, 0, 'the story has no text', 'write it below the front matter'));
  const title = frontMatter.title;
  if (title === undefined || problems.some((problem) => problem.severity === 'error'))
    return { article: undefined, problems };
  const slug = frontMatter.slug ?? slugOfFile(file);
  return { article: buildArticle({ slug, title }, frontMatter, paragraphs, raw, []), problems };
}
