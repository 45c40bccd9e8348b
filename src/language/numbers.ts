import { findDates } from './dates-finding.ts';
import { countedBy, type Stretch } from './numbers-counted.ts';
import { type FoundNumber, findNumbers, type NumberKind } from './numbers-finding.ts';
import { type Token, tagSentence } from './tagger.ts';

/** A number worth telling: where it stands, and where what it counts does. */
export interface ReadNumber extends Stretch {
  readonly kind: NumberKind;
  readonly counted?: Stretch;
}

/** A "sentence" longer than this is a table or noise, and looking around each of its numbers would take for ever. */
const LONGEST = 4000;

/**
 * The numbers of a sentence that say how many, how much, how old or how long, in order. Left out are dates,
 * clock times, ordinals, numbers that name ("Group 8", "Internet Explorer 6", "posts 542 and 543"), the
 * pronoun "one", small numbers that point back ("the two sides"), guesses ("two or three"), and how long
 * before or after something else it happened ("six minutes later").
 */
export function readNumbers(sentence: { readonly text: string }): readonly ReadNumber[] {
  const { text } = sentence;
  const found = text.length > LONGEST ? [] : findNumbers(text);
  if (found.length === 0) return [];
  const tokens = tagSentence(sentence);
  const dates = findDates(text).filter((date) => !/^within\b/i.test(text.slice(date.from, date.to)));
  const numbers: ReadNumber[] = [];
  let naming = -1;
  for (const number of found) {
    if (dates.some((date) => number.from < date.to && date.from < number.to)) continue;
    const link = naming >= 0 ? text.slice(naming, number.from) : '';
    if (namesSomething(number, text, tokens) || (naming >= 0 && /^(?:,| and| or| to|, and) $/.test(link))) {
      naming = number.to;
      continue;
    }
    if (!isTold(number, text, tokens)) continue;
    const asAge = isAgeAfterName(number, text, tokens);
    const read = asAge ? { ...number, kind: 'age' as const } : number;
    const counted = countedBy(read, tokens);
    numbers.push({ kind: read.kind, from: read.from, to: read.to, ...(counted && { counted }) });
  }
  return numbers;
}

const LABEL =
  /\b(?:numbers?|numbered|no\.?|nos\.?|day|week|pages?|routes?|phase|stages?|levels?|chapters?|articles?|sections?|version|parts?|rooms?|gates?|flights?|channel|posts?|lines?|grade|category|types?|class|groups?|district|unit|block|game|question|point|step|item|highway|interstate|runway|resolution|platform|square|act|episode|season|volume|issue|lot|cell|square|cloud|size|formula|catch|area|exhibit|lane|pier|sector|ward|zone|under|bracket|top) $/i;

/** The number is a name or part of one. */
function namesSomething(number: FoundNumber, text: string, tokens: readonly Token[]): boolean {
  if (number.kind !== 'count' || number.from !== number.core.from) return false;
  const before = text.slice(Math.max(0, number.from - 24), number.from);
  if (LABEL.test(before)) return true;
  const core = text.slice(number.core.from, number.core.to);
  const previous = tokens.findLast((token) => token.end <= number.from);
  if (/^[A-Z]/.test(core)) return previous !== undefined && /[\p{L},]/u.test(previous.text);
  const next = tokens.find((token) => token.start >= number.to);
  const touches = previous !== undefined && previous.end === number.from - 1 && previous.pos === 'PROPN';
  return /^\d/.test(core) && touches && !(isNominal(next) && isPluralOrCommon(next));
}

function isNominal(token: Token | undefined): token is Token {
  return token !== undefined && (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN');
}

/** "25 people", "25 Palestinians", but not "Explorer 6 Countdown". */
function isPluralOrCommon(token: Token): boolean {
  return /^\p{Ll}/u.test(token.text) || token.text.endsWith('s');
}

/** The number tells something by itself. */
function isTold(number: FoundNumber, text: string, tokens: readonly Token[]): boolean {
  const core = text.slice(number.core.from, number.core.to).toLowerCase();
  const before = text.slice(Math.max(0, number.from - 24), number.from);
  const after = text.slice(number.to, number.to + 24);
  if (number.kind === 'count') return isCountTold(number, core, before, after, tokens);
  if (number.kind === 'measure')
    return isMeasureTold(core, before, after, text.slice(number.from, number.to));
  // "a quarter past four"
  if (number.kind === 'share' && /quarter$/.test(core) && /^ (?:past|to)\b/.test(after)) return false;
  // "a third goal" is an ordinal.
  if (number.kind === 'share' && /(?:third|fifth|sixth|tenth)$/.test(core))
    return !nounFollows(number.to, tokens);
  return true;
}

const POINTS_BACK =
  /\b(?:the|these|those|both|other|first|last|next|whose|another|no|any|some|every|each|this|that|which)(?: other| remaining)? $/i;
const SMALL =
  /^(?:[1-9]|10|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions|billions)$/;

/** "five in the afternoon". */
const BY_THE_CLOCK = /^ (?:in the (?:small hours|morning|afternoon|evening)|at night)/;
const HOUR = /^(?:\d{1,2}(?:\.\d\d)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/;

function isCountTold(
  number: FoundNumber,
  core: string,
  before: string,
  after: string,
  tokens: readonly Token[],
): boolean {
  if (/^(?:one|1)$/.test(core)) return false;
  if (/^:\d|^ ?(?:[ap]\.?m\b|o['’]clock|[GU]MT\b|hrs\b)|^\.\d|^\]|^\) |^['’]s\b/i.test(after)) return false;
  if (/^[/-](?:\d|[A-Z]\b)|^ \d/.test(after) || (/\d $/.test(before) && /^\d/.test(core))) return false;
  if (/[[#(]$/.test(before) && !nounFollows(number.to, tokens)) return false;
  const hour = HOUR.test(core);
  if (hour && /\b(?:at|by|until|till|after|before) $/.test(before) && /^ (?:on|that) /.test(after))
    return false;
  if (hour && (BY_THE_CLOCK.test(after) || /\b(?:half past|past|quarter to) $/i.test(before))) return false;
  if (hour && /\bat $/.test(before) && !nounFollows(number.to, tokens)) return false;
  if (/^ or (?:\d|two|three|four|five|six|seven|eight|nine|ten)/.test(after)) return false;
  if (/\b(?:\d|one|two|three|four|five|six|seven|eight|nine) or $/i.test(before)) return false;
  if (isYear(core, before, number, tokens)) return false;
  if (/^\d{7,}$/.test(core)) return false;
  const compound = /^-/.test(after);
  return compound || !(SMALL.test(core) && POINTS_BACK.test(before));
}

function isYear(core: string, before: string, number: FoundNumber, tokens: readonly Token[]): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(core) || number.from !== number.core.from) return false;
  return (
    !nounFollows(number.to, tokens) || /\b(?:the|a|an|its|his|her|their|our|['’]s|this|that) $/i.test(before)
  );
}

function isMeasureTold(core: string, before: string, after: string, whole: string): boolean {
  if (
    /^(?:one|1|a)$/.test(core) &&
    /\bday$/.test(whole) &&
    !/\b(?:only|just|in|for|another|least) $/.test(before) &&
    !/^ (?:to|left|of)\b/.test(after)
  )
    return false;
  if (/^ (?:later|earlier|ago|from now|into)\b/i.test(after)) return false;
  return !/\b(?:last|past|next|coming|previous|following|first|these|those) $/i.test(before);
}

function nounFollows(at: number, tokens: readonly Token[]): boolean {
  return isNominal(tokens.find((token) => token.start >= at));
}

/** "Thomas Sam, 42, and": a bare number between commas behind a name. "She was six." */
function isAgeAfterName(number: FoundNumber, text: string, tokens: readonly Token[]): boolean {
  if (number.kind !== 'count' || number.from !== number.core.from) return false;
  const value = text.slice(number.from, number.to);
  if (
    /\b(?:s?he|who|I|they) (?:was|is|were|turned|turns) $/i.test(
      text.slice(Math.max(0, number.from - 14), number.from),
    )
  ) {
    return /^(?:[,.;]| when\b| at\b| and\b| so\b)/.test(text.slice(number.to));
  }
  if (!/^\d{1,3}$/.test(value) || Number(value) > 120) return false;
  const [comma, name] = [1, 2].map((back) => tokens.filter((token) => token.end <= number.from).at(-back));
  return comma?.text === ',' && name?.pos === 'PROPN' && /^[,.;)]/.test(text.slice(number.to));
}
