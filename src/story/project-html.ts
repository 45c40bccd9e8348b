import { blankHidden } from './blank-html.ts';
import { decodeEntity, ENTITY } from './entities.ts';
import { joinMapped, type MappedText, mapSlice, rewriteMapped } from './mapped-text.ts';

/** Finds where in a page each text taken from it stands; asked in reading order. */
export interface Locator {
  locate(text: string): MappedText;
}

/** How far ahead a text is looked for: what was left out between two paragraphs is seldom more. */
const REACH = 400_000;
const SKIPPED = /[\s\u200b]/;
const TAG = /<\/?[a-z!][^<>]*>/gi;

/**
 * Gives texts that were read from a page their positions in it. A text that cannot be found there is placed
 * where the one before ended.
 */
export function locateIn(html: string): Locator {
  const { text: dense, origin: places } = projectHtml(html);
  let from = 0;
  return {
    locate(text) {
      const wanted = text.replace(/[\s\u200b]+/g, '');
      const found = dense.slice(from, from + REACH).indexOf(wanted);
      if (found < 0) return { text, origin: new Array<number>(text.length).fill(places[from] ?? 0) };
      const origin: number[] = [];
      let at = from + found;
      from = at + wanted.length;
      for (let unit = 0; unit < text.length; unit++)
        origin.push(places[SKIPPED.test(text[unit] ?? '') ? Math.max(0, at - 1) : at++] ?? 0);
      return { text, origin };
    },
  };
}

/** What a page shows, without white space. */
function projectHtml(html: string): MappedText {
  const page = blankHidden(html);
  const parts: MappedText[] = [];
  let done = 0;
  for (const match of page.matchAll(TAG)) {
    parts.push(mapSlice(page, done, match.index));
    done = match.index + match[0].length;
  }
  parts.push(mapSlice(page, done, page.length));
  const decoded = rewriteMapped(joinMapped(parts), ENTITY, ([entity]) => decodeEntity(entity));
  return rewriteMapped(decoded, /[\s\u200b]+/g, () => '');
}
