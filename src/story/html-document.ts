import { createRequire } from 'node:module';
import { blankHidden } from './blank-html.ts';

/** The little of the DOM that reading a page takes. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export interface HtmlDocument extends HtmlElement {
  readonly body: HtmlElement | null;
}

/** What Readability takes for the article of a page. */
export interface ReadablePage {
  readonly title?: string | null;
  readonly content?: HtmlElement | null;
  readonly byline?: string | null;
  readonly siteName?: string | null;
  readonly publishedTime?: string | null;
}

/** Past this the DOM's work grows with the square of the depth; no page that people read is so deep. */
const DEEPEST = 400;
/** Opening and closing ones together. Past this finding the article takes many seconds. */
const MOST_TAGS = 40_000;
const NESTING =
  /<(\/?)(?!(?:p|li|td|th|tr|dt|dd|option|tbody|thead|br|hr|img|input|meta|link|source|wbr|area|base|col|embed|track|param)\b)[a-z][a-z0-9-]*[^<>]*>/gi;

/** Parses a page. Undefined when it is nested too deeply or has too many elements to be one that people read. */
export function parseHtml(html: string): HtmlDocument | undefined {
  if (!isSane(html)) return undefined;
  const page = /<body[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  // Loaded only here: the parser costs a tenth of a second that Markdown stories should not pay.
  const { parseHTML } = require('linkedom') as { parseHTML(html: string): { document: HtmlDocument } };
  return parseHTML(page).document;
}

/** Finds the article in a page, by Mozilla's Readability; it changes the document. Undefined when it finds none. */
export function findArticle(document: HtmlDocument): ReadablePage | undefined {
  const { Readability } = require('@mozilla/readability') as {
    Readability: new (document: HtmlDocument, options: object) => { parse(): ReadablePage | null };
  };
  const options = {
    charThreshold: 200,
    serializer: (element: HtmlElement) => element,
  };
  return new Readability(document, options).parse() ?? undefined;
}

const require = createRequire(import.meta.url);

function isSane(html: string): boolean {
  const page = blankHidden(html);
  let [depth, count] = [0, 0];
  for (let at = page.indexOf('<'); at >= 0; at = page.indexOf('<', at + 1))
    if (++count > MOST_TAGS) return false;
  for (const [tag, slash] of page.matchAll(NESTING)) {
    if (tag.endsWith('/>')) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return false;
  }
  return true;
}
