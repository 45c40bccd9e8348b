import { type Token, tagSentence } from '../tagger.ts';
import { fold } from './gazetteer.ts';

/** A written word of a sentence: tokens joined by a hyphen, dot or ampersand are one. Offsets within the sentence. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly pos: Token['pos'];
  readonly start: number;
  readonly end: number;
  /** Begins with a capital, or with a particle and a hyphen before one: al-Amr. */
  readonly capital: boolean;
}

const JOINS = /^[-‐‑&.]$/;
const CAPITAL = /^(?:\p{Lu}|(?:al|el|an|ad|ar|as|az|ash|at)[-‐‑]\p{Lu}|[a-z]\p{Lu}|[dl]['’]\p{Lu})/u;
/** What a capitalised word is joined to without their making one name: Sydney-based, US-led. */
const LOOSE_ENDS: ReadonlySet<string> = new Set(
  'affiliated aged aligned allied annexed area backed based born bound brokered built controlled designed drafted driven educated era flagged focused funded held inspired issued language led level like linked listed loving made mandated occupied only origin owned produced published range ranked registered related ruled run speaking sponsored style themed trained type wide winner winners winning year'.split(
    ' ',
  ),
);
const WORDLIKE = /[\p{L}\p{N}]/u;

/** The words of a sentence in order, marks included. */
export function wordsOf(sentence: { readonly text: string }): readonly Word[] {
  const words: Word[] = [];
  const tokens = tagSentence(sentence);
  for (let i = 0; i < tokens.length; i++) {
    const from = i;
    for (;;) {
      if (joinsNext(tokens, i)) i += 2;
      else if (breaksWord(tokens, i)) i += 1;
      else break;
    }
    words.push(wordFrom(sentence.text, tokens, from, i));
  }
  return words;
}

/** The tagger knows no letters beyond Latin-1 and cuts a word at them: Gda|ńsk. */
function breaksWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined || next === undefined || next.start !== token.end) return false;
  return joint(token.text, next.text);
}

function joint(before: string, after: string): boolean {
  const strange = /[\u0100-\u02af\u1e00-\u1eff]/;
  if (!/\p{L}$/u.test(before) || !/^\p{L}/u.test(after)) return false;
  return strange.test(before.at(-1) ?? '') || strange.test(after[0] ?? '');
}

/** Whether the token is glued by a hyphen, dot or ampersand to the one after next. */
function joinsNext(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const mark = tokens[i + 1];
  const next = tokens[i + 2];
  if (token === undefined || mark === undefined || next === undefined) return false;
  if (mark.start !== token.end || next.start !== mark.end || !JOINS.test(mark.text)) return false;
  if (LOOSE_ENDS.has(next.text)) return false;
  return WORDLIKE.test(token.text) && WORDLIKE.test(next.text);
}

function wordFrom(text: string, tokens: readonly Token[], from: number, to: number): Word {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to]?.end ?? start;
  const written = text.slice(start, end);
  const parts = tokens.slice(from, to + 1);
  const pos = parts.some((token) => token.pos === 'PROPN') ? 'PROPN' : (parts.at(-1)?.pos ?? 'X');
  return { text: written, folded: fold(written), pos, start, end, capital: CAPITAL.test(written) };
}
