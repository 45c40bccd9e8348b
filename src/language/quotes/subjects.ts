import { isPersonNoun } from '../names/gazetteer.ts';
import type { Mention } from '../names/mentions.ts';
import { SPEECH_VERBS, SUFFIXES } from '../names/name-words.ts';
import type { Named } from '../names/read-names.ts';
import type { Word } from '../names/words.ts';

/** A named one where a sentence mentions it. */
export interface Placed {
  readonly named: Named;
  readonly mention: Mention;
}

/** Who does the speaking, as the sentence puts it: by name, by a pronoun, or by what they are. */
export type Subject =
  | { readonly kind: 'named'; readonly named: Named; readonly at: number }
  | { readonly kind: 'pronoun'; readonly word: string; readonly at: number }
  | { readonly kind: 'nominal'; readonly noun: string; readonly of: Named | undefined; readonly at: number };

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);
/** Nouns that speak for whoever owns them: "the ministry's statement said". */
const VOICES =
  /^(?:statement|report|analysis|study|tweet|post|letter|website|site|editorial|release|filing|document|memo|email|e-mail|blog|account|spokes(?:man|woman|person|people)|representative|official|officials|lawyer|lawyers|editor|reporter|page|article|survey|review|column|book|message|text|note|announcement)$/;
const NOUN_PHRASE = /^(?:NOUN|PROPN|ADJ|NUM|DET|PART)$/;

/** A verb of speech in a form that reports, not the noun of the same letters. */
export function isSpeechVerb(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || !SPEECH_VERBS.has(word.folded) || word.capital) return false;
  if (
    word.pos === 'VERB' ||
    word.pos === 'AUX' ||
    /^(?:said|says|told|added|wrote|tweeted|asked|replied)$/.test(word.folded)
  )
    return true;
  const leads = /^[,:"“‘]$|^that$/.test(words[i + 1]?.text ?? '') && /(?:ed|s)$/.test(word.folded);
  return leads && /^(?:PROPN|PRON|NOUN|PUNCT|ADV)$/.test(words[i - 1]?.pos ?? '');
}

/** The subject that stands before the verb at `verb`, not before word `floor`. */
export function subjectBefore(
  words: readonly Word[],
  verb: number,
  floor: number,
  placed: readonly Placed[],
): Subject | undefined {
  let i = verb - 1;
  while (i >= floor && isAside(words[i])) i--;
  const last = words[i];
  if (last === undefined || i < floor) return undefined;
  if (last.text === ',' || last.text === ')') return beforeAside(words, i, floor, placed);
  if (PRONOUNS.has(last.folded)) return { kind: 'pronoun', word: last.folded, at: i };
  if (last.folded === 'who' || last.folded === 'which') return antecedent(words, i, floor, placed);
  const name = endingAt(placed, i + 1, floor);
  if (name !== undefined) return ofSomebody(words, name, floor, placed);
  return nounSubject(words, i, floor, placed);
}

function isAside(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (word.pos === 'ADV' ||
      word.pos === 'AUX' ||
      /^(?:also|later|then|has|had|have|further|not|repeatedly|n't)$/.test(word.folded))
  );
}

/** "X, editor at large at the Gazette, said": the name before the aside's first comma. */
function beforeAside(
  words: readonly Word[],
  close: number,
  floor: number,
  placed: readonly Placed[],
): Subject | undefined {
  const heads = placed.filter(({ mention }) => {
    const after = words[mention.to];
    return (
      mention.from >= floor &&
      mention.to < close &&
      (after?.text === ',' || after?.text === '(') &&
      !SUFFIXES.has(words[mention.from]?.folded ?? '')
    );
  });
  const person = heads.find(({ named }) => named.type === 'person') ?? heads.at(-1);
  if (person !== undefined) return { kind: 'named', named: person.named, at: person.mention.from };
  for (let i = close - 1; i >= floor; i--) {
    if (words[i]?.text === ',' && i > floor) return subjectBefore(words, i, floor, placed);
  }
  return undefined;
}

function antecedent(
  words: readonly Word[],
  at: number,
  floor: number,
  placed: readonly Placed[],
): Subject | undefined {
  const end = words[at - 1]?.text === ',' ? at - 1 : at;
  const name = endingAt(placed, end, floor);
  return name && { kind: 'named', named: name.named, at: name.mention.from };
}

function endingAt(placed: readonly Placed[], end: number, floor: number): Placed | undefined {
  return placed.find(({ mention }) => mention.to === end && mention.from >= floor);
}

/** "a spokesman for Google", "Ingram of the Globe": the name may only say where the subject belongs. */
function ofSomebody(words: readonly Word[], name: Placed, floor: number, placed: readonly Placed[]): Subject {
  const start = name.mention.title ?? name.mention.from;
  const article = /^(?:the|a|an)$/.test(words[start - 1]?.folded ?? '') ? 1 : 0;
  const link = words[start - 1 - article];
  if (
    link !== undefined &&
    name.named.type !== 'person' &&
    start - 2 - article >= floor &&
    /^(?:of|for|at|from|with|in)$/.test(link.folded)
  ) {
    const owner = endingAt(placed, start - 1 - article, floor);
    if (owner?.named.type === 'person') return { kind: 'named', named: owner.named, at: owner.mention.from };
    const noun = words[start - 2 - article];
    if (noun !== undefined && (isPersonNoun(noun.folded) || VOICES.test(noun.folded))) {
      return { kind: 'nominal', noun: noun.folded, of: name.named, at: start - 2 - article };
    }
  }
  return { kind: 'named', named: name.named, at: name.mention.from };
}

/** "the president", "PC World's recent analysis". */
function nounSubject(
  words: readonly Word[],
  head: number,
  floor: number,
  placed: readonly Placed[],
): Subject | undefined {
  const noun = words[head];
  if (noun === undefined || !/^(?:NOUN|PROPN|ADJ)$/.test(noun.pos)) return undefined;
  let last = head;
  let from = phraseStart(words, last, floor);
  while (
    from - 2 >= floor &&
    /^(?:of|on|in|for|at|from|about|by|with)$/.test(words[from - 1]?.folded ?? '') &&
    /^(?:NOUN|PROPN)$/.test(words[from - 2]?.pos ?? '')
  ) {
    last = from - 2;
    from = phraseStart(words, last, floor);
  }
  const whole = endingAt(placed, last + 1, floor);
  if (whole !== undefined) return ofSomebody(words, whole, floor, placed);
  const owner = placed.filter(({ mention }) => mention.from >= from && mention.to <= last).at(-1);
  return { kind: 'nominal', noun: words[last]?.folded ?? '', of: owner?.named, at: last };
}

function phraseStart(words: readonly Word[], head: number, floor: number): number {
  let from = head;
  while (from > floor && (inPhrase(words[from - 1]) || words[from - 1]?.capital)) from--;
  return from;
}

function inPhrase(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (NOUN_PHRASE.test(word.pos) ||
      /^(?:its|his|her|their)$/.test(word.folded) ||
      /^['’]s?$/.test(word.text) ||
      word.text === '-')
  );
}

/** The subject that follows the verb at `verb`: "said White House press secretary Jen Psaki". */
export function subjectAfter(
  words: readonly Word[],
  verb: number,
  ceiling: number,
  placed: readonly Placed[],
): Subject | undefined {
  const first = words[verb + 1];
  if (first === undefined) return undefined;
  if (PRONOUNS.has(first.folded)) return { kind: 'pronoun', word: first.folded, at: verb + 1 };
  let last: Placed | undefined;
  let noun: number | undefined;
  let i = verb + 1;
  while (i < ceiling) {
    const here = placed.find(({ mention }) => mention.from === i || mention.title === i);
    if (here !== undefined) {
      if (last === undefined || last.named.type !== 'person') last = here;
      i = here.mention.to;
      noun = undefined;
      if (here.named.type === 'person') break;
      continue;
    }
    const word = words[i];
    if (
      word === undefined ||
      !(
        inPhrase(word) ||
        (/^(?:of|for|at|to|from)$/.test(word.folded) && (noun !== undefined || last !== undefined))
      )
    )
      break;
    if (/^(?:NOUN|PROPN)$/.test(word.pos)) noun = i;
    i++;
  }
  if (
    last?.named.type === 'person' ||
    (last !== undefined && noun === undefined && isPersonNounBefore(words, verb, last) === undefined)
  ) {
    return { kind: 'named', named: last.named, at: last.mention.from };
  }
  const spoken = noun ?? (last && isPersonNounBefore(words, verb, last));
  if (spoken !== undefined)
    return { kind: 'nominal', noun: words[spoken]?.folded ?? '', of: last?.named, at: spoken };
  return undefined;
}

/** "said a spokesman for the ministry": the noun the name hangs on. */
function isPersonNounBefore(words: readonly Word[], verb: number, name: Placed): number | undefined {
  for (let i = name.mention.from - 1; i > verb; i--) {
    if (
      /^(?:of|for|at|from)$/.test(words[i]?.folded ?? '') &&
      (isPersonNoun(words[i - 1]?.folded ?? '') || VOICES.test(words[i - 1]?.folded ?? ''))
    )
      return i - 1;
  }
  return undefined;
}

/** Whether a noun speaks for the one it belongs to. */
export function isVoice(noun: string): boolean {
  return VOICES.test(noun);
}
