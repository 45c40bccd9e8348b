import winkNLP, { type WinkMethods } from 'wink-nlp';
import { winkModel } from './wink-model.ts';

/** A word or mark of a text with its part of speech. Offsets are UTF-16 into that text, end exclusive. */
export interface Token {
  readonly text: string;
  readonly pos: PartOfSpeech;
  readonly start: number;
  readonly end: number;
}

/** Universal part-of-speech tags (universaldependencies.org/u/pos), as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

/** The model's time grows with the square of a word's length: a run of this many characters is no word. */
const NO_WORD = /\S{200,}/g;

let wink: WinkMethods | undefined;

/**
 * Splits English text into words and marks and tags each with its part of speech. The model is loaded at
 * the first call (about 0.1 s), so importing this file costs nothing but the read. Never throws; a run of
 * 200 characters or more without white space is one token of class X.
 */
export function tag(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const run of text.matchAll(NO_WORD)) {
    const end = run.index + run[0].length;
    tagPart(text, from, run.index, tokens);
    tokens.push({ text: run[0], pos: 'X', start: run.index, end });
    from = end;
  }
  tagPart(text, from, text.length, tokens);
  return tokens;
}

/** Tags `text` from `from` to `to` and adds the tokens, with offsets into the whole `text`. */
function tagPart(text: string, from: number, to: number, tokens: Token[]): void {
  const part = text.slice(from, to);
  if (part.trim() === '') return;
  wink ??= winkNLP(winkModel(), ['pos']);
  const words = wink.readDoc(part).tokens();
  const tags = words.out(wink.its.pos) as PartOfSpeech[];
  let cursor = 0;
  words.out(wink.its.value).forEach((value, i) => {
    const start = part.indexOf(value, cursor);
    if (start < 0) return;
    cursor = start + value.length;
    const pos = tags[i] ?? 'X';
    if (pos !== 'SPACE') tokens.push({ text: value, pos, start: from + start, end: from + cursor });
  });
}

const cache = new WeakMap<object, readonly Token[]>();

/** The tags of a sentence, made once for as long as the sentence lives. */
export function tagSentence(sentence: { readonly text: string }): readonly Token[] {
  const known = cache.get(sentence);
  if (known !== undefined) return known;
  const tokens = tag(sentence.text);
  cache.set(sentence, tokens);
  return tokens;
}
