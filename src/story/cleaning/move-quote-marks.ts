import type { Block } from '../block.ts';
import { joinMapped, type MappedText, mapAt, sliceMapped, trimMapped } from '../mapped-text.ts';
import type { Report } from './report.ts';

/**
 * Puts a quote mark that stands at the wrong side of a paragraph break back: a mark too many at a paragraph's
 * end, when the next one closes a quote it never opened, opens that quote; a closing mark at a paragraph's
 * start, when the one before opened a quote and never closed it, closes that.
 */
export function moveQuoteMarks(blocks: readonly Block[], report: Report): Block[] {
  const moved = [...blocks];
  let open = false;
  for (let index = 0; index < moved.length; index++) {
    const [block, next] = [moved[index], moved[index + 1]];
    if (!block) break;
    const change = next && block.kind === next.kind && planMove(block.text, next.text, open);
    if (next && change) {
      moved[index] = { ...block, text: change.first };
      moved[index + 1] = { ...next, text: change.second };
      report('quote-mark-moved', change.at, change.note);
    }
    open = readMarks(moved[index]?.text.text ?? '').open;
  }
  return moved;
}

interface Move {
  readonly first: MappedText;
  readonly second: MappedText;
  readonly at: number;
  readonly note: string;
}

function planMove(first: MappedText, second: MappedText, openBefore: boolean): Move | undefined {
  const end = first.text.length - 1;
  const [left, right] = [readMarks(first.text), readMarks(second.text)];
  const spare = left.stray === end ? !openBefore : left.opened === end;
  if (end > 0 && spare && right.stray > 0 && right.stray === right.first) {
    const mark = mapAt(first.text[end] === '"' ? '"' : '“', first.origin[end] ?? 0);
    const note = 'from the end of a paragraph to the beginning of the next, whose quote it opens';
    return {
      first: trimMapped(sliceMapped(first, 0, end)),
      second: joinMapped([mark, second]),
      at: mark.origin[0] ?? 0,
      note,
    };
  }
  if (right.stray === 0 && left.open && /^["”](?:\s|$)/.test(second.text) && second.text.length > 1) {
    const mark = mapAt(second.text.slice(0, 1), second.origin[0] ?? 0);
    const note = 'from the beginning of a paragraph to the end of the one before, whose quote it closes';
    return {
      first: joinMapped([first, mark]),
      second: trimMapped(sliceMapped(second, 1)),
      at: mark.origin[0] ?? 0,
      note,
    };
  }
  return undefined;
}

interface Marks {
  /** The first double quote mark; -1 when there is none. */
  readonly first: number;
  /** The first closing mark that nothing in the paragraph opened; -1 when there is none. */
  readonly stray: number;
  /** The opening mark that nothing closed; -1 when there is none. */
  readonly opened: number;
  /** A quote is still open at the end. */
  readonly open: boolean;
}

function readMarks(text: string): Marks {
  let [first, stray, opened] = [-1, -1, -1];
  for (const { index, 0: mark } of text.matchAll(/["“”]/g)) {
    if (first < 0) first = index;
    if (opens(text, index, mark, opened >= 0)) opened = index;
    else if (opened >= 0) opened = -1;
    else if (stray < 0) stray = index;
  }
  return { first, stray, opened, open: opened >= 0 };
}

/** A straight mark opens where only what follows touches it, and closes where what is before it does; else by turns. */
function opens(text: string, at: number, mark: string, isOpen: boolean): boolean {
  if (mark !== '"') return mark === '“';
  const touchesBefore = at > 0 && !/[\s([{—–/-]/.test(text[at - 1] ?? '');
  if (touchesBefore) return false;
  const touchesAfter = at + 1 < text.length && !/[\s.,;:!?)\]}]/.test(text[at + 1] ?? '');
  return touchesAfter || !isOpen;
}
