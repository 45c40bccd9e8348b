import type { ReadableParagraph, ReadableText } from '../names/readable-text.ts';

/** Words between quote marks: offsets into the body, marks not included, white space trimmed. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  /** Offsets with the outer marks, as far as the text has them. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** ¶ of its beginning. */
  readonly paragraph: number;
  /** Goes on from the paragraph before it, which left its quote open. */
  readonly continues: boolean;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly outerStart: number;
  readonly outerEnd: number;
  /** No closing mark in its paragraph. */
  readonly open: boolean;
  /** No opening mark in its paragraph: it begins where the paragraph begins. */
  readonly headless: boolean;
}

const LETTER = /[\p{L}\p{N}]/u;
const SPACE = /\s/;

/**
 * The stretches of the body inside outer quote marks: curly, straight, angled, low or single. A quote left
 * open at its paragraph's end goes on in the next one when that opens with a mark again, and is one; when the
 * next only closes it, the part after the break is a quote of its own. Linear in the text's length.
 */
export function quotedSpans(text: ReadableText): readonly QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let open:
    | { start: number; outerStart: number; paragraph: number; continues: boolean; end: number }
    | undefined;
  for (const paragraph of text.paragraphs) {
    const pieces = piecesOf(paragraph, open !== undefined);
    pieces.forEach((piece, i) => {
      const joins = i === 0 && open !== undefined && !piece.headless && startsParagraph(paragraph, piece);
      if (i === 0 && open !== undefined && !joins) {
        spans.push(spanFrom(open, open.end, open.end));
      }
      const headless = piece.headless && i === 0;
      const whole =
        joins && open !== undefined
          ? { ...open, end: piece.end }
          : {
              start: piece.start,
              outerStart: piece.outerStart,
              paragraph: paragraph.number,
              continues: headless,
              end: piece.end,
            };
      if (i === 0) open = undefined;
      if (piece.open) open = whole;
      else spans.push(spanFrom(whole, piece.end, piece.outerEnd));
    });
    if (pieces.length === 0 && open !== undefined) {
      spans.push(spanFrom(open, open.end, open.end));
      open = undefined;
    }
  }
  if (open !== undefined) spans.push(spanFrom(open, open.end, open.end));
  return spans.filter((span) => LETTER.test(text.body.slice(span.start, span.end)));
}

function spanFrom(
  from: { start: number; outerStart: number; paragraph: number; continues: boolean },
  end: number,
  outerEnd: number,
): QuotedSpan {
  const { start, outerStart, paragraph, continues } = from;
  return { start, end, outerStart, outerEnd, paragraph, continues };
}

function startsParagraph(paragraph: ReadableParagraph, piece: Piece): boolean {
  return piece.outerStart === paragraph.start + (paragraph.text.length - paragraph.text.trimStart().length);
}

const CLOSER_OF = new Map([
  ['“', '”"“'],
  ['"', '"”'],
  ['„', '“”"'],
  ['«', '»'],
  ['”', '”"'],
  ['‘', "’'"],
  ["'", "'’"],
  ['`', "'’`"],
]);

/** Single marks without a close are apostrophes; a paragraph with more of them has no single quotes to look for. */
const MOST_LOOSE = 200;

/** A paragraph with more quotes than this is no prose, and is left alone. */
const MOST_QUOTES = 200;

/** The quoted pieces of one paragraph. */
function piecesOf(paragraph: ReadableParagraph, inside: boolean): Piece[] {
  const { text, start: base } = paragraph;
  const pieces: Piece[] = [];
  let i = 0;
  if (inside && !/^\s*["“«„‘'”]/.test(text)) {
    const close = headlessClose(text);
    if (close !== undefined) {
      pieces.push(trimmed(text, base, 0, close, 0, close + 1, { open: false, headless: true }));
      i = close + 1;
    }
  }
  let loose = 0;
  while (i < text.length) {
    if (!opensAt(text, i) || (loose > MOST_LOOSE && isSingle(text[i]))) {
      i++;
      continue;
    }
    const close = closeOf(text, i);
    if (close === undefined) {
      if (isSingle(text[i])) {
        loose++;
        i++;
        continue;
      }
      pieces.push(trimmed(text, base, i + 1, text.length, i, text.length, { open: true, headless: false }));
      break;
    }
    pieces.push(trimmed(text, base, i + 1, close, i, close + 1, { open: false, headless: false }));
    i = close + 1;
    if (pieces.length > MOST_QUOTES) return [];
  }
  return pieces;
}

/** Where a paragraph that goes on quoting without a mark closes: at a closing mark before any opening one. */
function headlessClose(text: string): number | undefined {
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (mark === '”' || (mark === '"' && !opensAt(text, i))) return i;
    if (mark === '“' || mark === '"') return undefined;
  }
  return undefined;
}

function trimmed(
  text: string,
  base: number,
  from: number,
  to: number,
  outerFrom: number,
  outerTo: number,
  rest: { open: boolean; headless: boolean },
): Piece {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  const end = Math.max(start, from + inner.trimEnd().length);
  return {
    start: base + start,
    end: base + end,
    outerStart: base + outerFrom,
    outerEnd: base + outerTo,
    ...rest,
  };
}

function isSingle(mark: string | undefined): boolean {
  return mark === '‘' || mark === "'" || mark === '`';
}

/** Whether a quote opens at `i`: the mark stands before a word and not behind one. */
function opensAt(text: string, i: number): boolean {
  const mark = text[i] ?? '';
  if (!CLOSER_OF.has(mark)) return false;
  const before = text[i - 1];
  const after = text[i + 1];
  if (after === undefined) return false;
  const free = before === undefined || SPACE.test(before) || /[([{—–\-/:,]/.test(before);
  if (mark === '“' || mark === '«' || mark === '„') return true;
  if (mark === '”') return before === undefined && !SPACE.test(after);
  if (mark === '"')
    return free && !SPACE.test(after) && (!/[.,;:!?)\]]/.test(after) || text.startsWith('..', i + 1));
  // A single mark: '90s and 'em are elisions, and so is any before a digit.
  return (
    free &&
    /[\p{L}[(…]/u.test(after) &&
    !(mark === "'" && /^'(?:em|til|tis|twas|n|cause|bout|round)\b/i.test(text.slice(i, i + 7)))
  );
}

/** Where the quote that opens at `i` closes; undefined when its paragraph does not close it. */
function closeOf(text: string, i: number): number | undefined {
  const mark = text[i] ?? '';
  const closers = CLOSER_OF.get(mark) ?? '';
  if (isSingle(mark)) return singleClose(text, i, closers);
  for (let k = i + 1; k < text.length; k++) {
    const found = text[k] ?? '';
    if (!closers.includes(found)) continue;
    // A second opening mark without a close between: the first was left open, or this one closes it.
    if (found === '“' && mark === '“') return closesBefore(text, k) ? k : undefined;
    if (found === '"' && mark === '"' && opensAt(text, k) && !closesBefore(text, k)) return undefined;
    return k;
  }
  return undefined;
}

function closesBefore(text: string, k: number): boolean {
  return /[.,!?…]/.test(text[k - 1] ?? '') || !SPACE.test(text[k - 1] ?? ' ');
}

/**
 * The close of a single-quoted stretch. An apostrophe stands between letters or ends a plural: a mark behind
 * punctuation is a close for sure, one behind an "s" only when nothing better follows.
 */
function singleClose(text: string, i: number, closers: string): number | undefined {
  let doubtful: number | undefined;
  for (let k = i + 2; k < text.length && k < i + 1500; k++) {
    const mark = text[k] ?? '';
    if (mark === '“' || mark === '"') break;
    if (mark === '‘' && doubtful !== undefined) break;
    if (!closers.includes(mark) || LETTER.test(text[k + 1] ?? '')) continue;
    const before = text[k - 1] ?? '';
    if (SPACE.test(before)) break;
    if (/[.,!?…;]/.test(before))
      return doubtful !== undefined && !/[sS]/.test(text[doubtful - 1] ?? '') ? doubtful : k;
    if (!/[sS]/.test(before)) return doubtful ?? k;
    doubtful ??= k;
  }
  return doubtful;
}
