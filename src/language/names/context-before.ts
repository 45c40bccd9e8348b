import { isPersonNoun } from './gazetteer.ts';
import { addSpeaker, type Evidence } from './name-evidence.ts';
import {
  EMPTY_HONORIFICS,
  HONORIFICS,
  ORGANISATION_NOUNS,
  PLACE_NOUNS,
  RELATIONS,
  SPEECH_VERBS,
  THING_NOUNS,
} from './name-words.ts';
import type { Word } from './words.ts';

const INSIDE: ReadonlySet<string> = new Set([
  'in',
  'near',
  'across',
  'throughout',
  'outside',
  'inside',
  'around',
  'within',
  'off',
  'towards',
  'toward',
  'into',
]);
/** Nouns both for people and for companies: producer Codelco. */
const AMBIGUOUS_NOUNS =
  /^(?:producer|operator|owner|supplier|carrier|developer|provider|rival|insurer|lender|builder|importer|exporter|partner|parent|employer|competitor|giant|maker|retailer|publisher|broadcaster)$/;
/** "Lawyers for X", "supporters of X". */
const FOLLOWERS =
  /^(?:lawyers?|attorneys?|supporters|critics|fans|allies|aides|friends|relatives|parents|followers|opponents)$/;

/** Adds what the words before a mention say of its kind. */
export function addBefore(
  evidence: Evidence,
  words: readonly Word[],
  from: number,
  to: number,
  titled: boolean,
): void {
  const marked =
    /^["“‘']$/.test(words[from - 1]?.text ?? '') && /^["”’']$/.test(words[to]?.text ?? '') ? 1 : 0;
  if (marked) evidence.person -= 3;
  const before = words[from - 1 - marked];
  const earlier = words[from - 2 - marked];
  if (before === undefined) return;
  const word = before.folded;
  if (word === 'the' || word === 'a' || word === 'an') {
    const modifies = words[to]?.pos === 'NOUN' && !words[to]?.capital;
    evidence.person -= modifies ? 1 : 4;
    evidence.organisation += word === 'the' && !modifies ? 0.7 : 0;
    if (earlier !== undefined && /^(?:at|in|near|outside|inside)$/.test(earlier.folded))
      evidence.place += 0.5;
  }
  addPreposition(evidence, word, earlier?.folded ?? '');
  if (!before.capital) addNoun(evidence, word, titled);
  else if (HONORIFICS.has(word) && !EMPTY_HONORIFICS.has(word)) evidence.person += 2;
  if (word === ',' && earlier !== undefined && introduces(earlier) && closes(words, to)) evidence.person += 3;
  if (SPEECH_VERBS.has(word)) addSpeaker(evidence);
}

function addPreposition(evidence: Evidence, word: string, earlier: string): void {
  if (INSIDE.has(word)) {
    evidence.place += word === 'in' || word === 'near' ? 1.5 : 1;
    evidence.person -= 0.5;
  } else if (word === 'at' || word === 'from' || word === 'to') evidence.place += 0.4;
  if (word === 'of' && PLACE_NOUNS.has(earlier)) evidence.place += 4;
  if (/^(?:of|for)$/.test(word) && FOLLOWERS.test(earlier)) evidence.person += 1.3;
  if (/^(?:of|about)$/.test(word) && SPEECH_VERBS.has(earlier)) evidence.person += 1.2;
  if (word === 'to' && earlier === 'according') addSpeaker(evidence);
}

/** A lower-case noun right before a name. */
function addNoun(evidence: Evidence, word: string, titled: boolean): void {
  if (PLACE_NOUNS.has(word)) evidence.place += 2;
  if (ORGANISATION_NOUNS.has(word)) evidence.organisation += isPersonNoun(word) ? 0 : 3;
  if (AMBIGUOUS_NOUNS.test(word)) {
    evidence.person += 1.5;
    evidence.organisation += 1.5;
  } else if (!titled && (isPersonNoun(word) || RELATIONS.has(word))) evidence.person += 3.5;
  if (THING_NOUNS.has(word) || THING_NOUNS.has(word.replace(/s$/, ''))) {
    evidence.person -= 5;
    evidence.place -= 4;
    evidence.organisation -= 2;
  }
}

/** "the team's coach, X," and "their child, X." introduce somebody; "the players, X" may be a list. */
function introduces(noun: Word): boolean {
  return (
    !noun.capital &&
    noun.pos === 'NOUN' &&
    !/[^s]s$/.test(noun.folded) &&
    (isPersonNoun(noun.folded) || RELATIONS.has(noun.folded))
  );
}

function closes(words: readonly Word[], to: number): boolean {
  const next = words[to];
  return next === undefined || /^[,.;]$/.test(next.text) || next.pos === 'VERB' || next.pos === 'AUX';
}
