import { createRequire } from 'node:module';
import type { List, ListItem, RootContent, TableRow } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { blankHtml } from './blank-html.ts';
import type { Block } from './block.ts';
import { joinMapped, type MappedText, mapAt, mapSlice, trimMapped } from './mapped-text.ts';
import { type Inline, readInline } from './read-inline.ts';

/** Past this many opening brackets or tildes in one paragraph the Markdown parser's work grows with their square. */
const MOST_OPENINGS = 500;
/** Deeper nesting than any prose has would exhaust the parser's stack. */
const TOO_DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){24}/m;

// Indented paragraphs are prose, not code; what looks like a tag is dealt with before.
const PROSE = { disable: { null: ['codeIndented', 'htmlFlow', 'htmlText'] } };

/** Tables, struck text, footnotes, bare addresses and task lists have one of these marks. */
const MAY_BE_GFM = /[|~@]|\[\^|\[[ xX]\]|www\.|:\/\//i;

const require = createRequire(import.meta.url);

/** GitHub's additions take as long to load as all else, and few stories use them: only for a body that may. */
function parsingOf(body: string): Options {
  if (!MAY_BE_GFM.test(body)) return { extensions: [PROSE] };
  const { gfm }: typeof import('micromark-extension-gfm') = require('micromark-extension-gfm');
  const { gfmFromMarkdown }: typeof import('mdast-util-gfm') = require('mdast-util-gfm');
  return { extensions: [gfm({ singleTilde: false }), PROSE], mdastExtensions: [gfmFromMarkdown()] };
}

/**
 * Reads a Markdown body into blocks. Headings, links, images, emphasis and block marks are taken as Markdown;
 * a mark without its partner stays text, and so does a number that opens a paragraph but no list.
 * @param start where the body begins in `raw`
 * @returns undefined when it is nested so deeply, or so full of brackets, that it cannot be Markdown prose
 */
export function readMarkdown(raw: string, start: number): Block[] | undefined {
  const body = blankHtml(raw.slice(start));
  if (TOO_DEEP.test(body) || hasTooManyOpenings(body)) return undefined;
  const source: Source = {
    slice: (from, to) => mapSlice(raw, start + from, start + to),
    inline: (nodes) => readInline(nodes, body, start),
  };
  return readAll(fromMarkdown(body, parsingOf(body)).children, 'prose', source);
}

/** Gives text with its raw positions, by the offsets the parser reports. */
interface Source {
  slice(from: number, to: number): MappedText;
  inline(nodes: readonly RootContent[]): Inline;
}

function readAll(nodes: readonly RootContent[], kind: Block['kind'], source: Source): Block[] {
  return nodes.flatMap((node) => readNode(node, kind, source));
}

function readNode(node: RootContent, kind: Block['kind'], source: Source): Block[] {
  switch (node.type) {
    case 'paragraph':
      return block(source.inline(node.children), kind);
    case 'heading':
      return node.children.length === 0
        ? literal(node, source)
        : block(source.inline(node.children), 'heading');
    case 'blockquote':
    case 'footnoteDefinition':
      return node.children.length === 0 ? literal(node, source) : readAll(node.children, kind, source);
    case 'list':
      return readList(node, source);
    case 'code':
      return literal(node, source);
    case 'table':
      return node.children.flatMap((row) => readRow(row, source));
    case 'definition':
      return /[/.#:]/.test(node.url) ? [] : literal(node, source);
    default:
      return [];
  }
}

/** A lone list item numbered beyond 1, or any number of four digits ("1973."), is a sentence and keeps its number. */
function readList(list: List, source: Source): Block[] {
  const start = list.start ?? 1;
  const numbers = list.ordered === true && (start >= 1000 || (start > 1 && list.children.length === 1));
  return list.children.flatMap((item) => {
    if (item.children.length === 0) return literal(item, source);
    return numbers ? readNumbered(item, source) : readAll(item.children, 'item', source);
  });
}

function readNumbered(item: ListItem, source: Source): Block[] {
  const [first, ...rest] = item.children;
  if (first?.type !== 'paragraph') return literal(item, source);
  const { text, linked } = source.inline(first.children);
  const number = source.slice(offset(item, 'start'), offset(first, 'start'));
  return [...block({ text: joinMapped([number, text]), linked }, 'prose'), ...readAll(rest, 'prose', source)];
}

/** A row of a table is a paragraph, with a bar between its cells. */
function readRow(row: TableRow, source: Source): Block[] {
  const parts = row.children.flatMap((cell, index) => {
    const bar =
      index === 0
        ? []
        : [mapAt(' | ', source.slice(offset(cell, 'start'), offset(cell, 'start') + 1).origin[0] ?? 0)];
    return [...bar, source.inline(cell.children).text];
  });
  return block({ text: joinMapped(parts), linked: 0 }, 'item');
}

function literal(node: RootContent, source: Source): Block[] {
  return block({ text: source.slice(offset(node, 'start'), offset(node, 'end')), linked: 0 }, 'prose');
}

function block({ text, linked }: Inline, kind: Block['kind']): Block[] {
  const trimmed = trimMapped(text);
  return trimmed.text === '' ? [] : [{ kind, text: trimmed, linked }];
}

function offset(node: RootContent, edge: 'start' | 'end'): number {
  return node.position?.[edge].offset ?? 0;
}

function hasTooManyOpenings(body: string): boolean {
  let count = 0;
  for (const match of body.matchAll(/\[|~~|\n[ \t\r]*\n/g)) {
    count = match[0].startsWith('\n') ? 0 : count + 1;
    if (count > MOST_OPENINGS) return true;
  }
  return false;
}
