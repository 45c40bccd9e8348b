import type { Block } from './block.ts';
import type { FrontMatter } from './front-matter.ts';
import {
  findArticle,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  parseHtml,
  type ReadablePage,
} from './html-document.ts';
import { locateIn } from './project-html.ts';
import { parsePublished } from './published.ts';

/** A page's article: what its head says of it, and its paragraphs. */
export interface PageText {
  readonly head: FrontMatter;
  readonly blocks: readonly Block[];
}

/** Reads the article of a saved page. Undefined when the page cannot be read as HTML. */
export function readHtml(html: string): PageText | undefined {
  try {
    const document = parseHtml(html);
    if (!document) return undefined;
    const before = readHead(document);
    const page = findArticle(document);
    const root = page?.content ?? parseHtml(html)?.body;
    const head = mergeHead(before, page);
    return root ? { ...placeBlocks(readBlocks(root), head, html) } : { head, blocks: [] };
  } catch (error) {
    // The parsers give up on what they were not written for by throwing, stack overflows included.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

interface PageHead {
  readonly headings: readonly string[];
  readonly title?: string;
  readonly standfirst?: string;
  readonly url?: string;
  readonly published?: string;
}

const STANDFIRST =
  '[class*="standfirst" i], [class*="subhead" i], [class*="subtitle" i], [class*="sub-title" i], [class*="dek" i], [itemprop="description"]:not(meta), [itemprop="alternativeHeadline"]:not(meta)';

function readHead(document: HtmlDocument): PageHead {
  const meta = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => plain(heading.textContent))
    .filter(Boolean);
  const standfirst = plain(document.querySelector(STANDFIRST)?.textContent);
  const title =
    meta('meta[property="og:title"]', 'content') ??
    (plain(document.querySelector('title')?.textContent) || undefined);
  const url = meta('link[rel="canonical"]', 'href') ?? meta('meta[property="og:url"]', 'content');
  const published =
    meta('meta[property="article:published_time"]', 'content') ??
    meta('meta[itemprop="datePublished"]', 'content') ??
    meta('time[itemprop="datePublished"], time[pubdate]', 'datetime');
  return {
    headings,
    ...(title !== undefined && { title }),
    ...(standfirst.length >= 20 && standfirst.length <= 500 && { standfirst }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { published }),
  };
}

function mergeHead(head: PageHead, page: ReadablePage | undefined): FrontMatter {
  const named = plain(page?.title) || head.title;
  // A page's title often carries the site's name, which its own heading leaves out.
  const title = head.headings.find((heading) => named?.includes(heading)) ?? named ?? head.headings[0];
  const author = plain(page?.byline).replace(/^by\s+/i, '');
  const source = plain(page?.siteName);
  const published = parsePublished(head.published ?? page?.publishedTime ?? '');
  return {
    ...(title && { title }),
    ...(author && author.length <= 120 && { author }),
    ...(source && { source }),
    ...(head.url !== undefined &&
      /^https?:\/\//i.test(head.url) &&
      URL.canParse(head.url) && { url: new URL(head.url).href }),
    ...(published && { published }),
    ...(head.standfirst !== undefined && head.standfirst !== title && { standfirst: head.standfirst }),
    corrections: [],
  };
}

/** A standfirst stands above the body: one that is met within it is a subheading or a box, and stays there. */
function placeBlocks(found: readonly PlainBlock[], head: FrontMatter, html: string): PageText {
  const { standfirst, ...rest } = head;
  const at = found.findIndex(({ text }) => plain(text) === standfirst);
  const above = standfirst !== undefined && at <= 1;
  const kept = above && at >= 0 ? found.filter((_, index) => index !== at) : found;
  const locator = locateIn(html);
  const blocks = kept.map(({ kind, text, linked }) => ({
    kind,
    text: locator.locate(text),
    linked: linked / text.length,
  }));
  return { head: above ? head : rest, blocks };
}

interface PlainBlock {
  readonly kind: Block['kind'];
  readonly text: string;
  /** Characters inside links. */
  readonly linked: number;
}

const SKIPPED =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|NAV|FORM|BUTTON|SVG|IFRAME|VIDEO|AUDIO|OBJECT|SELECT|TEXTAREA|HEAD)$/i;
const BLOCK =
  /^(?:P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|H[1-6]|LI|UL|OL|BLOCKQUOTE|PRE|FIGURE|FIGCAPTION|TABLE|TR|DL|DT|DD|HR|ADDRESS|DETAILS|SUMMARY)$/i;

function readBlocks(root: HtmlElement): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let [text, linked]: [string, number] = ['', 0];
  const flush = (kind: Block['kind']): void => {
    const line = text.replace(/[^\S\n]*\n\s*/g, '\n').trim();
    if (line !== '') blocks.push({ kind, text: line, linked: Math.min(linked, line.length) });
    [text, linked] = ['', 0];
  };
  const read = (node: HtmlNode, kind: Block['kind'], inLink: boolean): void => {
    if (node.nodeType === TEXT) {
      const part = (node.textContent ?? '').replace(/\s+/g, ' ');
      text += part;
      if (inLink) linked += part.trim().length;
      return;
    }
    if (node.nodeType !== ELEMENT || SKIPPED.test(node.nodeName)) return;
    if (/^BR$/i.test(node.nodeName)) text += '\n';
    if (/^T[DH]$/i.test(node.nodeName)) text += ' ';
    const isBlock = BLOCK.test(node.nodeName);
    if (isBlock) flush(kind);
    const inner = kindOf(node.nodeName, kind);
    for (const child of node.childNodes) read(child, inner, inLink || /^A$/i.test(node.nodeName));
    if (isBlock) flush(inner);
  };
  read(root, 'prose', false);
  flush('prose');
  return blocks;
}

const ELEMENT = 1;
const TEXT = 3;

function kindOf(name: string, kind: Block['kind']): Block['kind'] {
  if (kind === 'caption' || /^FIGCAPTION$/i.test(name)) return 'caption';
  if (/^H[1-6]$/i.test(name)) return 'heading';
  return /^(?:LI|DT|DD|TR)$/i.test(name) ? 'item' : kind;
}

const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
