import {
  AFTER_TIMES,
  BEFORE_NUMBERS,
  ENDING,
  EXCLAIMED_NAMES,
  INSIDE_NAMES,
  LETTERED,
  SAYING,
  STARTERS,
  TITLES,
} from './sentence-words.ts';

/** Where a sentence stands in its text: UTF-16 offsets, end exclusive, without white space around it. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

const TERMINATOR = /[.!?…。！？।؟]/g;
const MARKS = '.!?…。！？।؟';
const CLOSERS = '"\'”’»)]}';
const OPENERS = '"\'“‘„«([{—–-*_•¿¡';
const WIDE = '。！？।';
/** A word longer than this is no abbreviation; looking back further would make the work grow with the text. */
const LONGEST_WORD = 24;

/**
 * Splits the text of one paragraph into sentences, in linear time. Each sentence of a quote is its own; the
 * closing quote mark and an attribution after it stay with the sentence they close. Every character that is
 * not white space belongs to exactly one sentence.
 */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = skipSpace(text, 0);
  TERMINATOR.lastIndex = from;
  for (let hit = TERMINATOR.exec(text); hit; hit = TERMINATOR.exec(text)) {
    const stop = readStop(text, hit.index);
    TERMINATOR.lastIndex = stop.end;
    const next = skipSpace(text, stop.end);
    if (next === text.length) break;
    if (!endsSentence(text, from, stop, next)) continue;
    spans.push({ start: from, end: stop.end });
    from = next;
  }
  const end = trimEnd(text, from);
  if (end > from) spans.push({ start: from, end });
  return spans;
}

/** A run of closing punctuation: `at` its first mark, `closed` where its quote marks begin, `end` after them. */
interface Stop {
  readonly at: number;
  readonly closed: number;
  readonly end: number;
}

function readStop(text: string, at: number): Stop {
  let closed = at + 1;
  for (;;) {
    if (isIn(MARKS, text[closed])) closed++;
    else if (text[closed] === ' ' && text[closed + 1] === '.' && text[closed - 1] === '.') closed += 2;
    else break;
  }
  let end = closed;
  while (isIn(CLOSERS, text[end])) end++;
  // A footnote mark, or a closing quote mark that a space was set before.
  const after = /^(?:\[\d{1,3}\]|\s?["”](?=\s|$))/.exec(text.slice(end, end + 6));
  if (after) end += after[0].length;
  return { at, closed, end };
}

function endsSentence(text: string, from: number, stop: Stop, next: number): boolean {
  const spaced = next > stop.end;
  const ahead = skipOpeners(text, next);
  const word = wordAt(text, ahead);
  if (!spaced) return isIn(WIDE, text[stop.closed - 1]) || lostSpace(text, from, stop, word);
  if (/\n[^\S\n]*\n/.test(text.slice(stop.end, Math.min(next, stop.end + 200)))) return true;
  const first = text.codePointAt(ahead);
  const letter = first === undefined ? '' : String.fromCodePoint(first);
  if (/^\p{Ll}/u.test(letter) && !opensInLowerCase(word)) return false;
  const mark = text.slice(stop.at, stop.closed);
  if (mark.endsWith('…') || /\.\s?\.$/.test(mark)) return endsAtEllipsis(text, stop, word);
  if (mark !== '.') return !continuesAfterCry(text, stop, ahead, word);
  return endsAtFullStop(text, from, stop, next, word);
}

/** "iPhone sales rose", "al-Qaeda said": a name that opens a sentence without a capital. */
function opensInLowerCase(word: string): boolean {
  return /^(?:[a-z]{1,2}\p{Lu}|(?:al|el|an|ad|as)-\p{Lu})/u.test(word);
}

/** "…to hospital.He said": the space was lost; only before a word that opens sentences, so that Node.Js stays whole. */
function lostSpace(text: string, from: number, stop: Stop, next: string): boolean {
  if (!/^\p{Lu}/u.test(next) || !STARTERS.has(next.toLowerCase())) return false;
  const word = wordBefore(text, from, stop.at);
  return /^[\p{L}’'-]*\p{Ll}{2}$/u.test(word) || stop.end > stop.closed;
}

/** An ellipsis between spaces stands for words left out, and ends a sentence only before a usual opening word. */
function endsAtEllipsis(text: string, stop: Stop, next: string): boolean {
  const apart = /\s/.test(text[stop.at - 1] ?? '');
  return !apart || stop.end > stop.closed || STARTERS.has(next.toLowerCase());
}

/** “Why?” Smith asked. / Yahoo! Inc.: the sentence goes on after the mark. */
function continuesAfterCry(text: string, stop: Stop, ahead: number, next: string): boolean {
  if (stop.end === stop.closed) return EXCLAIMED_NAMES.has(wordBefore(text, 0, stop.at).toLowerCase());
  if (!isIn('"”’\'»', text[stop.end - 1]) || STARTERS.has(next.toLowerCase())) return false;
  const words = text.slice(ahead, ahead + 80).split(/\s/, 6);
  for (const word of words) {
    if (SAYING.has(word.replace(/[.,:;]$/, ''))) return true;
    if (!/^(?:\p{Lu}[\p{L}’'-]*\.?|de|van|von|der|al|bin|of|the)$/u.test(word)) return false;
  }
  return false;
}

function endsAtFullStop(text: string, from: number, stop: Stop, nextAt: number, next: string): boolean {
  const letter = next.slice(0, 2);
  const written = wordBefore(text, from, stop.at);
  const word = written.toLowerCase();
  const opens = STARTERS.has(next.toLowerCase()) && /^\p{Lu}/u.test(letter);
  const quoted = stop.end > stop.closed;
  const digit = /^\p{N}/u.test(letter);
  if (isListNumber(text, from, stop.at, word)) return false;
  if (/^\p{Lu}$/u.test(written)) return quoted || opens || !isInitial(text, stop, written);
  if (TITLES.has(word)) return quoted || (opens && /^(?:st|mt|ft|pt|rep|gen|col|dr)$/.test(word));
  if (isAbbreviation(word) && (text[nextAt] === '(' || isTitle(text, nextAt, next))) return quoted;
  if (BEFORE_NUMBERS.has(word)) return quoted || !digit;
  if (/^(?:a\.m|p\.m|am|pm)$/.test(word)) return !digit && !AFTER_TIMES.has(next.toLowerCase());
  if (ENDING.has(word)) return quoted || !digit;
  if (INSIDE_NAMES.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return opens || quoted;
  return true;
}

/** "Calif. (AP)", "Dep. Ch. Const. Swann": what follows an abbreviation belongs to it. A month may end a sentence. */
function isAbbreviation(word: string): boolean {
  return ENDING.has(word) || INSIDE_NAMES.has(word) || (BEFORE_NUMBERS.has(word) && !AFTER_TIMES.has(word));
}

function isTitle(text: string, at: number, next: string): boolean {
  return TITLES.has(next.toLowerCase()) && text[at + next.length] === '.';
}

/** "1. First item": a number of up to three digits that opens the text or a line. */
function isListNumber(text: string, from: number, at: number, word: string): boolean {
  return /^\d{1,3}$/.test(word) && at - word.length === from && (from === 0 || text[from - 1] === '\n');
}

/** "George W. Bush", "physicist J. Robert"; not "vitamin C", "Plan B", nor "and I" but for "I. M. Pei". */
function isInitial(text: string, stop: Stop, letter: string): boolean {
  if (letter === 'I') return /^\s*\p{Lu}\./u.test(text.slice(stop.end, stop.end + 8));
  const near = text.slice(Math.max(0, stop.at - 1 - LONGEST_WORD), stop.at - 1).trimEnd();
  return !LETTERED.has(wordBefore(near, 0, near.length).toLowerCase());
}

function wordBefore(text: string, from: number, at: number): string {
  let start = at;
  const least = Math.max(from, at - LONGEST_WORD - 1);
  while (start > least && /[\p{L}\p{N}.’'-]/u.test(text[start - 1] ?? '')) start--;
  return at - start > LONGEST_WORD ? '' : text.slice(start, at).replace(/^[.’'-]+/, '');
}

function wordAt(text: string, at: number): string {
  return (
    /^[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(text.slice(at, at + LONGEST_WORD))?.[0]?.replace('’', "'") ?? ''
  );
}

function skipOpeners(text: string, at: number): number {
  let to = at;
  const most = Math.min(text.length, at + 8);
  while (to < most && (isIn(OPENERS, text[to]) || text[to] === ' ')) to++;
  return to;
}

function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && isSpace(text, to)) to++;
  return to;
}

function trimEnd(text: string, from: number): number {
  let end = text.length;
  while (end > from && isSpace(text, end - 1)) end--;
  return end;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');

const isIn = (set: string, character: string | undefined): boolean =>
  character !== undefined && set.includes(character);
