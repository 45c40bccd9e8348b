import type { FoundNumber } from './numbers-finding.ts';
import type { Token } from './tagger.ts';

/** A stretch of the sentence. Offsets are UTF-16, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A counted phrase runs no longer than this: past it, it is no longer a label but the sentence. */
const LONGEST = 9;
const FRAGMENT = 7;

/**
 * What a number counts, as a stretch of its own sentence: the noun phrase after it ("asylum seekers"), the
 * one it is measured against ("cost of NZ$26 million"), the person whose age it is, the clause before a
 * score ("Sweden defeated South Korea"). `undefined` when the sentence names nothing near enough.
 */
export function countedBy(number: FoundNumber, tokens: readonly Token[]): Stretch | undefined {
  const next = tokens.findIndex((token) => token.start >= number.to);
  const after = next < 0 ? tokens.length : next;
  const first = tokens.findIndex((token) => token.end > number.from);
  const before = first < 0 ? tokens.length : first;
  // "half of it": what it is stands elsewhere.
  if (/^of$/.test(tokens[after]?.text ?? '') && /^(?:it|this|that)$/.test(tokens[after + 1]?.text ?? ''))
    return undefined;
  switch (number.kind) {
    case 'age':
      return bearerOf(tokens, before, after, number);
    case 'score':
      return fragmentBefore(tokens, before);
    case 'percent':
    case 'share':
      return phraseAfter(tokens, after, OF) ?? measured(tokens, before) ?? fragmentBefore(tokens, before);
    case 'money':
      return (
        measured(tokens, before) ?? phraseAfter(tokens, after, IN_OR_OF) ?? fragmentBefore(tokens, before)
      );
    case 'measure':
      return (
        phraseAfter(tokens, after, ANY_LINK) ?? measured(tokens, before) ?? fragmentBefore(tokens, before)
      );
    case 'count':
      return phraseAfter(tokens, after, OF) ?? measured(tokens, before) ?? fragmentBefore(tokens, before);
  }
}

const OF = /^of$/i;
const NO_LINK = /^$/;
const IN_OR_OF = /^(?:of|in|for)$/i;
const ANY_LINK =
  /^(?:of|in|from|before|after|since|until|to|left|long|high|tall|wide|deep|away|for|at|on|into|per|without|aboard|between)$/i;
const POSSESSIVE = /^(?:its|his|her|their|our|my|your)$/i;
/** A time is not counted. */
const WHEN =
  /^(?:today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|ago)$/i;
/** "200 more", "two other", "15 such": words between a number and its noun. */
const FILLER = /^(?:more|other|additional|extra|further|such|-)$/i;

/** The noun phrase that begins at `at`, perhaps behind a linking word, with one "of" or "in" phrase of its own. */
function phraseAfter(tokens: readonly Token[], at: number, link: RegExp): Stretch | undefined {
  let i = at;
  while (FILLER.test(tokens[i]?.text ?? '')) i++;
  const linked = link.test(tokens[i]?.text ?? '');
  const keepsLink = linked && link === ANY_LINK && tokens[i]?.text !== 'of';
  const start = linked && !keepsLink ? i + 1 : i;
  if (linked) i++;
  // "six of them women"
  if (linked && /^(?:them|these|those|whom|which)$/i.test(tokens[i]?.text ?? ''))
    return phraseAfter(tokens, i + 1, NO_LINK);
  // "left to assemble their robot", "to test it": the verb stands between link and noun.
  while (keepsLink && (tokens[i]?.pos === 'PART' || tokens[i]?.pos === 'VERB')) i++;
  let end = nounPhraseEnd(tokens, i, linked) ?? (i > at + 1 && tokens[i]?.pos === 'PRON' ? i + 1 : undefined);
  if (end === undefined) return undefined;
  for (let links = 0; links < 2 && /^(?:of|in)$/i.test(tokens[end]?.text ?? ''); links++) {
    const longer = nounPhraseEnd(tokens, end + 1, true);
    if (longer === undefined || longer - start > LONGEST) break;
    end = longer;
  }
  return stretch(tokens, start, end);
}

/** Past the last word of the noun phrase that begins at `at`; `undefined` when none does. */
function nounPhraseEnd(tokens: readonly Token[], at: number, mayBeDetermined: boolean): number | undefined {
  let end: number | undefined;
  for (let i = at; i < Math.min(tokens.length, at + LONGEST); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (WHEN.test(token.text)) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.text === 'others') end = i + 1;
    else if (!isInsideNounPhrase(tokens, i, at, mayBeDetermined)) break;
  }
  return end;
}

function isInsideNounPhrase(
  tokens: readonly Token[],
  i: number,
  at: number,
  mayBeDetermined: boolean,
): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.pos === 'ADJ' || token.pos === 'NUM' || token.pos === 'SYM') return true;
  if (token.text === '-' || /^['’]s?$/.test(token.text)) return i > at;
  if (mayBeDetermined && i === at && (token.pos === 'DET' || POSSESSIVE.test(token.text))) return true;
  // "estimated cost", "retired and serving officers"
  if (token.pos === 'VERB') return i === at && /(?:ed|ing|en)$/i.test(token.text) && isNominal(tokens[i + 1]);
  return token.text === 'and' && i > at && tokens[i - 1]?.pos === 'ADJ' && isNominal(tokens[i + 1]);
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'ADJ');
}

/** "an estimated cost of …", "a turnout rate of …", "fell to …": the noun phrase that the number measures. */
function measured(tokens: readonly Token[], before: number): Stretch | undefined {
  const link = tokens[before - 1]?.text.toLowerCase() ?? '';
  if (link !== 'of') return undefined;
  let start = before - 1;
  while (start > 0) {
    const token = tokens[start - 1];
    if (token === undefined) break;
    const fits =
      isNominal(token) ||
      token.text === '-' ||
      (start < before - 1 && /ed$/.test(token.text) && token.pos === 'VERB');
    if (!fits || before - start > FRAGMENT) break;
    start--;
  }
  return start === before - 1 ? undefined : stretch(tokens, start, before - 1);
}

/** The person or thing an age belongs to: "Ahmed, a 14-year-old boy", "Sam, 42,", "aged 14". */
function bearerOf(
  tokens: readonly Token[],
  before: number,
  after: number,
  number: FoundNumber,
): Stretch | undefined {
  let i = before - 1;
  if (tokens[i]?.pos === 'DET') i--;
  // "Grace, who is 52,"
  if (tokens[i]?.pos === 'AUX' && tokens[i - 1]?.text === 'who') i -= 2;
  if (tokens[i]?.text === ',') i--;
  const end = i + 1;
  while (i >= 0 && (tokens[i]?.pos === 'PROPN' || tokens[i]?.text === '-')) i--;
  if (i + 1 < end) return stretch(tokens, i + 1, end);
  const noun = nounPhraseEnd(tokens, tokens[after]?.text === '-' ? after + 1 : after, false);
  if (noun !== undefined) return stretch(tokens, after, noun);
  // "Gloria developed eczema at the age of four months": the subject, when the sentence begins with a name.
  const name = tokens.findIndex(
    (token) => token.pos === 'PROPN' || token.pos === 'VERB' || token.pos === 'PUNCT',
  );
  if (tokens[name]?.pos !== 'PROPN' || name >= before || number.core.to !== number.to) return undefined;
  if (number.to - number.from > 'seventy-seven months'.length || tokens[before + 1]?.text === '-')
    return undefined;
  let last = name;
  while (tokens[last + 1]?.pos === 'PROPN') last++;
  return stretch(tokens, name, last + 1);
}

/** The words of the clause before the number, when nothing names what it counts: "Sweden defeated South Korea". */
function fragmentBefore(tokens: readonly Token[], before: number): Stretch | undefined {
  let end = before;
  while (end > 0 && /^(?:ADP|PART|DET|ADV|AUX|SYM|CCONJ|SCONJ|PRON)$/.test(tokens[end - 1]?.pos ?? '')) end--;
  let start = end;
  while (start > 0 && end - start < FRAGMENT) {
    const token = tokens[start - 1];
    if (token === undefined || /^(?:SCONJ|CCONJ)$/.test(token.pos)) break;
    if (token.pos === 'PUNCT' && token.text !== '-') break;
    if (token.pos === 'NUM') {
      // The rest of another number's phrase says nothing of this one; a year's does.
      if (/^\d{4}$/.test(token.text)) break;
      return undefined;
    }
    if (/^(?:which|that|who|when|where|bn|percent|said|says|think|thinks|believe)$/i.test(token.text)) break;
    start--;
  }
  // Not from the middle of "worn-out".
  while (/^['’]s?$/.test(tokens[start]?.text ?? '')) start++;
  if (tokens[start]?.text === '-') start += 2;
  else if (tokens[start - 1]?.text === '-') start++;
  return start >= end ? undefined : stretch(tokens, start, end);
}

function stretch(tokens: readonly Token[], start: number, end: number): Stretch | undefined {
  const first = tokens[start];
  const last = tokens[end - 1];
  return first === undefined || last === undefined || end <= start
    ? undefined
    : { from: first.start, to: last.end };
}
