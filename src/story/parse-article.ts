import { extname } from 'node:path';
import type { Article, Problem } from './article.ts';
import type { Block } from './block.ts';
import { buildArticle } from './build-article.ts';
import { isEnglish } from './check-english.ts';
import { cleanBlocks } from './cleaning/clean-blocks.ts';
import { cleanLine } from './cleaning/clean-line.ts';
import { decodeText } from './decode-text.ts';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { indexLines } from './line-index.ts';
import { fault, warning } from './problem.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';
import { slugOfFile } from './slug.ts';

export type Parsed =
  | { readonly article: Article; readonly problems: readonly Problem[] }
  | { readonly article: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a document into an article: HTML or plain text by the file's extension (`.html`, `.htm`, `.txt`), else
 * Markdown. Never throws, whatever the bytes: what cannot be read is an error with its line; with an article
 * there may be warnings.
 */
export function parseArticle(bytes: Uint8Array | string, { file }: { file: string }): Parsed {
  const decoded = decodeText(bytes, file);
  if ('problem' in decoded) return { article: undefined, problems: [decoded.problem] };
  const raw = decoded.text;
  if (raw.trim() === '') return failed([fault(file, 0, 'the file is empty', 'paste the article into it')]);
  const document = readDocument(raw, file);
  const problems = [...document.problems];
  const { paragraphs, repairs } = cleanBlocks(document.blocks, document.head.title, indexLines(raw));
  if (problems.every(({ severity }) => severity !== 'error'))
    problems.push(...findFaults(document, paragraphs.length, file));
  const title = document.head.title;
  if (title === undefined || problems.some(({ severity }) => severity === 'error')) return failed(problems);
  const slug = document.head.slug ?? slugOfFile(file);
  const article = buildArticle({ slug, title }, document.head, paragraphs, raw, repairs);
  const words = paragraphs.map(({ text }) => text.text).join('\n');
  if (isEnglish(words)) return { article, problems };
  const line = indexLines(raw).lineAt(article.rawOffset(0));
  return failed([
    ...problems,
    fault(file, line, 'the story is not in English', 'translate it: only English is read so far'),
  ]);
}

/** A document before cleaning, whatever its format. */
interface RawDocument {
  readonly head: FrontMatter;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  /** How this format gives a title, for the remedy when it has none. */
  readonly giveTitle: string;
}

function readDocument(raw: string, file: string): RawDocument {
  const kind = extname(file).toLowerCase();
  if (kind === '.html' || kind === '.htm') return readPage(raw, file);
  const split = splitFrontMatter(raw);
  const { frontMatter, problems } = readFrontMatter(split.yaml ?? '', split.yamlLine, file);
  if (split.unclosed)
    problems.push(fault(file, 1, 'the front matter is never closed', 'end it with a line of ---'));
  const head = cleanHead(frontMatter);
  if (kind === '.txt') {
    const { title, blocks } = readPlain(raw, split.bodyStart, head.title !== undefined);
    const named = title === undefined ? head : { ...head, title: cleanLine(title) };
    return {
      head: named,
      blocks,
      problems,
      giveTitle: 'put a headline on the first line and leave the second blank',
    };
  }
  const blocks = readMarkdown(raw, split.bodyStart);
  if (!blocks) {
    const remedy = 'take the brackets or list marks out, or save it as .txt';
    problems.push(
      warning(file, split.yamlLine, 'the text is read as plain text: it is no Markdown prose', remedy),
    );
  }
  return {
    head,
    blocks: blocks ?? readPlain(raw, split.bodyStart, true).blocks,
    problems,
    giveTitle: 'begin the file with front matter: a line of ---, then "title: …", then a line of ---',
  };
}

function readPage(raw: string, file: string): RawDocument {
  const giveTitle = 'give the page a <title>';
  const page = readHtml(raw);
  if (page) return { head: cleanHead(page.head), blocks: page.blocks, problems: [], giveTitle };
  const problem = fault(file, 0, 'the page cannot be read as HTML', 'paste its text into a Markdown file');
  return { head: { corrections: [] }, blocks: [], problems: [problem], giveTitle };
}

function findFaults(document: RawDocument, paragraphs: number, file: string): Problem[] {
  const problems: Problem[] = [];
  if (!document.head.title) problems.push(fault(file, 1, 'the story has no title', document.giveTitle));
  if (paragraphs === 0) problems.push(fault(file, 0, 'the story has no text', 'put the article in the file'));
  return problems;
}

/** What the front matter says is shown to readers as well: the same cleaning, on one line. */
function cleanHead(head: FrontMatter): FrontMatter {
  const cleaned = (['title', 'standfirst', 'source', 'author', 'licence', 'publishedNote'] as const).flatMap(
    (key) => {
      const value = head[key];
      return value === undefined ? [] : [[key, cleanLine(value)] as const];
    },
  );
  const { title: _title, standfirst: _standfirst, ...rest } = head;
  const known = Object.fromEntries(cleaned.filter(([, value]) => value !== ''));
  return { ...rest, ...known, corrections: head.corrections.map(cleanLine).filter(Boolean) };
}

const failed = (problems: readonly Problem[]): Parsed => ({ article: undefined, problems });
