import type { Block } from './block.ts';
import { mapSlice, trimMapped } from './mapped-text.ts';

/** A plain text: the headline of its first line, when it has one, and its paragraphs. */
export interface PlainText {
  readonly title?: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads plain text: blank lines part paragraphs. A first line followed by a blank line and without closing
 * punctuation is the headline.
 * @param start where the text begins in `raw`
 * @param titled the headline is already known, and the first line is a paragraph like any other
 */
export function readPlain(raw: string, start: number, titled: boolean): PlainText {
  const blocks = readBlocks(raw, start);
  const [first, ...rest] = blocks;
  if (titled || !first || !isHeadline(first.text.text)) return { blocks };
  return { title: first.text.text, blocks: rest };
}

const LONGEST_HEADLINE = 300;
const BLANK = /(?:\r\n|\n|\r)(?:[^\S\r\n]*(?:\r\n|\n|\r))+/g;

function readBlocks(raw: string, start: number): Block[] {
  const blocks: Block[] = [];
  const add = (from: number, to: number): void => {
    const text = trimMapped(mapSlice(raw, from, to));
    const bullet = /^[•▪●◦*-]\s+/.exec(text.text)?.[0].length ?? 0;
    if (text.text === '' || /^[-*_=~\s]+$/.test(text.text)) return;
    blocks.push({ kind: bullet > 0 ? 'item' : 'prose', text: trimMapped(mapPart(text, bullet)), linked: 0 });
  };
  let from = start;
  for (const match of raw.slice(start).matchAll(BLANK)) {
    add(from, start + match.index);
    from = start + match.index + match[0].length;
  }
  add(from, raw.length);
  return blocks;
}

function mapPart(text: Block['text'], from: number): Block['text'] {
  return from === 0 ? text : { text: text.text.slice(from), origin: text.origin.slice(from) };
}

/** A question mark may close a headline; other closing punctuation makes it a paragraph. */
function isHeadline(text: string): boolean {
  return text.length <= LONGEST_HEADLINE && !/[\r\n]/.test(text) && !/[.!…:;,]["”’')\]]*$/.test(text);
}
