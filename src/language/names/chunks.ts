import { givenNameOf, isCommonWord, isDemonym, isKnownOrganisation, placeKindOf } from './gazetteer.ts';
import {
  HONORIFICS,
  ORGANISATION_ENDS,
  ORGANISATION_HEADS,
  PARTICLES,
  PLACE_ENDS,
  PLAIN_ACRONYMS,
  SEATS,
  WEEKDAYS_AND_MONTHS,
} from './name-words.ts';
import type { Word } from './words.ts';

/** A run of words that may be a name: indices into the sentence's words, `to` exclusive. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  /** Begins where any word would have a capital, with an everyday word: a name only if the story has it elsewhere. */
  readonly weak: boolean;
}

const FUNCTION_POS: ReadonlySet<string> = new Set(
  'DET ADP PRON CCONJ SCONJ AUX ADV INTJ PART NUM VERB'.split(' '),
);
const NEVER: ReadonlySet<string> = new Set(
  'i he she it we they you his her its their our my your this that these those the a an there here what who whom whose which when where why how not no yes but and or so if then also however meanwhile in on at by for from to with as after before during while since until unless because although though when is was are were be has have had do does did will would can could should may might must just only even still yet very'.split(
    ' ',
  ),
);
const OPENING = /^["“'‘«„([:;—–•*-]$|^\.{2,}$|^…$/;
const PREFIXED =
  /^(?:pro|pan|anti|non|ex|post|pre|mid|co|multi|inter|trans|neo|semi|self|all|un|re|sub|super|over|vice|former|then|e|t|x)-/;
/** Heads that take "of", "for", "on" and more words of their own name. */
const OF_HEADS: ReadonlySet<string> = new Set([
  ...ORGANISATION_HEADS,
  ...'sea coast cathedral palace temple hall statue field fields archipelago sultanate gulf isle strait straits republic kingdom cape bay state states emirates horn port tower bridge battle ministers minister secretary president king queen prince princess duke duchess archbishop bishop mayor governor speaker lord leader archdiocese diocese city town village union'.split(
    ' ',
  ),
]);
const FOR_HEADS: ReadonlySet<string> = new Set([
  ...ORGANISATION_HEADS,
  ...'campaign citizens centers centre center fund initiative people movement mothers mission partnership alliance network forum relief'.split(
    ' ',
  ),
]);
/** Heads that take "on": the Council on Foreign Relations. */
const ON_HEADS: ReadonlySet<string> = new Set(
  'council committee commission conference convention institute forum foundation society campaign authority'.split(
    ' ',
  ),
);
/** Owners within a name: the Korean People's Army. */
const OWNERS: ReadonlySet<string> = new Set(
  "people children women men workers farmers teachers nurses doctors veterans mothers players writers lloyd mcdonald levi sainsbury moody macy kellogg wendy lord king queen shepherd traveler traveller st. john christie sotheby domino denny victoria's".split(
    ' ',
  ),
);

/** The runs of capitalised words of a sentence that may be names, in order. */
export function chunksOf(words: readonly Word[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let i = 0;
  while (i < words.length) {
    if (!startsName(words, i)) {
      i++;
      continue;
    }
    const to = endOfRun(words, i);
    chunks.push({ from: i, to, weak: isWeak(words, i, to) });
    i = to;
  }
  return chunks;
}

/** Whether a word at `i` has its capital only because a sentence, quote or clause begins there. */
export function isInitial(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  return before === undefined || OPENING.test(before.text);
}

function startsName(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || !word.capital || NEVER.has(word.folded) || PREFIXED.test(word.folded))
    return false;
  if (word.pos === 'DET' || isShouted(words, i) || /^I['’]/.test(word.text)) return false;
  if (PLAIN_ACRONYMS.has(word.folded) && words[i + 1]?.capital !== true) return false;
  if (WEEKDAYS_AND_MONTHS.has(word.folded) && !namesSomebody(words, i)) return false;
  if (!isInitial(words, i) || !FUNCTION_POS.has(word.pos)) return true;
  const pair = `${word.folded} ${words[i + 1]?.folded ?? ''}`;
  if (SEATS.has(pair) || isKnownOrganisation(pair) || placeKindOf(pair) !== undefined) return true;
  const known = placeKindOf(word.folded) || isKnownOrganisation(word.folded);
  if (known) return !isCommonWord(word.folded);
  return (
    givenNameOf(word.folded) !== undefined && (!isCommonWord(word.folded) || words[i + 1]?.capital === true)
  );
}

/** A whole word in capitals for its weight, or a number in Roman figures. */
function isShouted(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || words[i + 1]?.capital || words[i - 1]?.capital) return false;
  if (/^[IVXLC]{2,}$/.test(word.text)) return true;
  return /^\p{Lu}{4,}$/u.test(word.text) && isCommonWord(word.folded) && !isKnownOrganisation(word.folded);
}

/** April Jones, but not April or April 4. */
function namesSomebody(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const next = words[i + 1];
  return (
    word !== undefined &&
    givenNameOf(word.folded) !== undefined &&
    next?.capital === true &&
    !WEEKDAYS_AND_MONTHS.has(next.folded)
  );
}

/** Words; a run of capitals that goes on is no name. */
const LONGEST_NAME = 16;

function endOfRun(words: readonly Word[], from: number): number {
  let to = from + 1;
  for (;;) {
    const next = extension(words, from, to);
    if (next === to || next - from > LONGEST_NAME) return to;
    to = next;
  }
}

/** Where the run goes on to, or `to` itself when it ends there. */
function extension(words: readonly Word[], from: number, to: number): number {
  const last = words[to - 1];
  const word = words[to];
  const next = words[to + 1];
  if (last === undefined || word === undefined) return to;
  if (word.start - last.end > 1) return to;
  if (/^['’]s?$/.test(word.text))
    return next?.capital && (OWNERS.has(last.folded) || /^(?:st\.?|saint)$/.test(words[from]?.folded ?? ''))
      ? to + 2
      : to;
  if (word.start === last.end) return to;
  if (word.capital) return continuesName(words, from, to) ? to + 1 : to;
  if (next?.capital !== true) return ofTheRun(words, from, to);
  if (PARTICLES.has(word.folded) && word.folded !== 'y') return to + 2;
  if (word.text === '&') return to + 2;
  if (word.folded === 'of' && OF_HEADS.has(last.folded)) return to + 2;
  if (/^(?:for|on|against|to|in)$/.test(word.folded) && FOR_HEADS.has(last.folded)) {
    return to - from > 1 || last.folded !== 'order' ? forName(words, to) : to;
  }
  if (word.folded === 'and') return joinsByAnd(words, from, to) ? to + 2 : to;
  return to;
}

/** "of the", "for the" before a capital, after a head that takes it. */
function ofTheRun(words: readonly Word[], from: number, to: number): number {
  const last = words[to - 1];
  const [first, second, third] = [words[to], words[to + 1], words[to + 2]];
  if (last === undefined || first === undefined || second?.folded !== 'the' || third?.capital !== true)
    return to;
  const heads = first.folded === 'of' ? OF_HEADS : /^(?:for|on)$/.test(first.folded) ? FOR_HEADS : undefined;
  if (heads === undefined || !heads.has(last.folded)) return to;
  return isInitial(words, from) && to - from === 1 && first.folded !== 'of' ? to : to + 3;
}

/** "Campaign for Nuclear Disarmament" is one name, "Party in London" is not. */
function forName(words: readonly Word[], to: number): number {
  const next = words[to + 1];
  if (next === undefined || words[to]?.folded === 'to') return to;
  if (words[to]?.folded === 'in' || /\d/.test(next.text) || /^\p{Lu}{2,}$/u.test(next.text)) return to;
  if (words[to]?.folded === 'on' && !ON_HEADS.has(words[to - 1]?.folded ?? '')) return to;
  return placeKindOf(next.folded) === undefined && givenNameOf(next.folded) === undefined ? to + 2 : to;
}

function continuesName(words: readonly Word[], from: number, to: number): boolean {
  const word = words[to];
  const last = words[to - 1];
  if (word === undefined || last === undefined || PREFIXED.test(word.folded)) return false;
  if (WEEKDAYS_AND_MONTHS.has(word.folded)) {
    return (
      to - from === 1 && givenNameOf(last.folded) !== undefined && !/^(?:yesterday|to.+)$/.test(word.folded)
    );
  }
  if (/^(?:to|so|do|an|he|you|on)$/.test(word.folded))
    return to - from === 1 && givenNameOf(last.folded) !== undefined;
  return !NEVER.has(word.folded) || word.folded === 'the';
}

/** "Housing" of Housing and Urban Development, but not "England" of the Bank of England and the Treasury. */
function mayEndPhrase(word: string): boolean {
  return isCommonWord(word) || (placeKindOf(word) === undefined && givenNameOf(word) === undefined);
}

/** A given name that is no everyday word as well. */
function isNotCommonName(word: string): boolean {
  return givenNameOf(word) !== undefined && !isCommonWord(word);
}

/** "Science and Technology Committee", "Trinidad and Tobago"; but not "Malaysia and Indonesia". */
function joinsByAnd(words: readonly Word[], from: number, to: number): boolean {
  const next = words[to + 1];
  if (next === undefined) return false;
  const run = words.slice(from, to).map((word) => word.folded);
  const joined = [...run, 'and', next.folded].join(' ');
  if (placeKindOf(joined) !== undefined || isKnownOrganisation(joined)) return true;
  if (isNotCommonName(next.folded) || placeKindOf(next.folded) !== undefined) return false;
  const phrase = run.some((word) => word === 'of' || word === 'for' || word === 'on');
  if (phrase && isCommonWord(next.folded))
    return !OF_HEADS.has(next.folded) && mayEndPhrase(run.at(-1) ?? '');
  let end = to + 2;
  while (words[end]?.capital && !isDemonym(words[end]?.folded ?? '')) end++;
  const tail = words[end - 1]?.folded ?? '';
  return (
    end - to > 2 &&
    (ORGANISATION_ENDS.has(tail) || /^(?:museum|gallery|center|centre|library)$/.test(tail)) &&
    isCommonWord(run.at(-1) ?? '') &&
    !ORGANISATION_ENDS.has(run.at(-1) ?? '')
  );
}

function isWeak(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  if (word === undefined || !isInitial(words, from)) return false;
  if (HONORIFICS.has(word.folded)) return to - from === 1;
  if (placeKindOf(word.folded) || isDemonym(word.folded)) return false;
  const everyday =
    isCommonWord(word.folded) || ORGANISATION_ENDS.has(word.folded) || PLACE_ENDS.has(word.folded);
  return everyday && to - from === 1;
}
