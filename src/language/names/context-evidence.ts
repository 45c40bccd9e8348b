import { isPersonNoun, placeKindOf } from './gazetteer.ts';
import type { Evidence } from './name-evidence.ts';
import {
  EMPTY_HONORIFICS,
  HONORIFICS,
  ORGANISATION_NOUNS,
  PLACE_NOUNS,
  RELATIONS,
  SPEECH_VERBS,
  SUFFIXES,
  THING_NOUNS,
} from './name-words.ts';
import type { Word } from './words.ts';

/** Verbs only people are the subject of; the forms a story uses. */
const HUMAN_VERBS: ReadonlySet<string> = new Set(
  'performed sang visited met arrived apologised apologized joked wore hugged kissed thanked pleaded vowed born died married divorced tweeted graduated smiled laughed wept grew studied resigned retired scored missed headed replied testified'.split(
    ' ',
  ),
);
/** Nouns both for people and for companies: producer Codelco. */
const AMBIGUOUS_NOUNS =
  /^(?:producer|operator|owner|supplier|carrier|developer|provider|rival|insurer|lender|builder|importer|exporter|partner|parent|employer|competitor|giant|maker|retailer|publisher|broadcaster)$/;
/** "Victor Verster prison": a place, whoever it is named after. */
const BUILDINGS =
  /^(?:prison|jail|hospital|hotel|stadium|airport|airfield|church|cathedral|square|street|palace|barracks|bridge|tower|beach|river|lake|mountain|camp|mine|station|terminal|theatre|theater|museum|gallery|base|harbour|harbor)$/;
const DONE_TO_PEOPLE =
  /^(?:arrested|charged|convicted|sentenced|born|jailed|elected|appointed|booked|shot|stabbed|hospitali[sz]ed|married|fired|sacked|freed)$/;
/** "Lawyers for X", "supporters of X". */
const FOLLOWERS =
  /^(?:lawyers?|attorneys?|supporters|critics|fans|allies|aides|friends|relatives|parents|followers|opponents)$/;
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
const STATE_NOUNS: ReadonlySet<string> = new Set(
  'capital government border borders president prime coast ambassador army parliament economy embassy foreign military airport streets population constitution'.split(
    ' ',
  ),
);

/** What stands around a mention says about its kind. Indices into the sentence's words, `to` exclusive. */
export function contextEvidence(words: readonly Word[], from: number, to: number, titled: boolean): Evidence {
  const evidence: Evidence = { person: 0, place: 0, organisation: 0 };
  if (titled) evidence.person += 4;
  addBefore(evidence, words, from, to, titled);
  addAfter(evidence, words, to);
  return evidence;
}

function addBefore(
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
  if (INSIDE.has(word)) {
    evidence.place += word === 'in' || word === 'near' ? 1.5 : 1;
    evidence.person -= 0.5;
  } else if (word === 'at' || word === 'from' || word === 'to') evidence.place += 0.4;
  if (word === 'of' && PLACE_NOUNS.has(earlier?.folded ?? '')) evidence.place += 4;
  if (PLACE_NOUNS.has(word)) evidence.place += 2;
  if (ORGANISATION_NOUNS.has(word)) evidence.organisation += isPersonNoun(word) ? 0 : 3;
  if (AMBIGUOUS_NOUNS.test(word)) {
    evidence.person += 1.5;
    evidence.organisation += 1.5;
  } else if (!titled && (isPersonNoun(word) || RELATIONS.has(word)) && !before.capital)
    evidence.person += 3.5;
  if (HONORIFICS.has(word) && !EMPTY_HONORIFICS.has(word) && before.capital) evidence.person += 2;
  if ((THING_NOUNS.has(word) || THING_NOUNS.has(word.replace(/s$/, ''))) && !before.capital) {
    evidence.person -= 5;
    evidence.place -= 4;
    evidence.organisation -= 2;
  }
  if (word === ',' && earlier !== undefined && introduces(earlier) && closes(words, to)) evidence.person += 3;
  if (/^(?:of|for)$/.test(word) && FOLLOWERS.test(earlier?.folded ?? '')) evidence.person += 1.3;
  if (/^(?:of|about)$/.test(word) && SPEECH_VERBS.has(earlier?.folded ?? '')) evidence.person += 1.2;
  if (SPEECH_VERBS.has(word)) addSpeaker(evidence);
  if (word === 'to' && earlier?.folded === 'according') addSpeaker(evidence);
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

function addAfter(evidence: Evidence, words: readonly Word[], to: number): void {
  const next = words[to];
  const later = words[to + 1];
  if (next === undefined) return;
  if (
    SPEECH_VERBS.has(next.folded) ||
    (/^(?:also|later|then|has|have|had)$/.test(next.folded) && SPEECH_VERBS.has(later?.folded ?? ''))
  ) {
    addSpeaker(evidence);
  }
  if (HUMAN_VERBS.has(next.folded)) evidence.person += 1.5;
  if (/^(?:was|were|is)$/.test(next.folded) && DONE_TO_PEOPLE.test(later?.folded ?? ''))
    evidence.person += 1.5;
  if (next.folded === 'who') evidence.person += 2.5;
  if (/^['’]s?$/.test(next.text) && STATE_NOUNS.has(later?.folded ?? '')) evidence.place += 1.5;
  if (next.text === '-' && /^(?:based|born)$/.test(later?.folded ?? '')) evidence.place += 3;
  if (
    /^(?:television|newspaper|magazine|spokesman|spokeswoman|spokesperson|headquarters|officials|employees|shares|executives|news|employee|chief|ceo|staff|reporter|users)$/.test(
      next.folded,
    )
  ) {
    evidence.organisation += next.folded === 'officials' || next.folded === 'users' ? 1.5 : 2.5;
    evidence.person -= 2;
  }
  if (next.pos === 'NUM' && !next.capital) {
    evidence.organisation -= 1.5;
    evidence.person -= 1.5;
  }
  if (BUILDINGS.test(next.folded) && next.pos === 'NOUN') {
    evidence.place += 4;
    evidence.person -= 4;
  }
  if (PLACE_NOUNS.has(next.folded) && !next.capital && !/^(?:streets|residents?)$/.test(next.folded)) {
    evidence.place += 2.5;
    evidence.person -= 2;
  }
  if (next.text === ',') addAfterComma(evidence, words, to + 1);
  if (next.text === '(' && /^\d{1,2}$/.test(later?.text ?? '')) evidence.person += 2;
}

/** "Jane Doe, 42,", "John Doe, a plumber", "Irving, Texas". */
function addAfterComma(evidence: Evidence, words: readonly Word[], i: number): void {
  const word = words[i];
  if (word === undefined) return;
  if (/^\d{1,3}$/.test(word.text)) {
    evidence.person +=
      words[i + 1] === undefined || /^[,.]$|^who$|^years?$/.test(words[i + 1]?.text ?? '') ? 4 : 0;
  } else if (word.folded === 'who' || word.folded === 'whose') evidence.person += 2.5;
  else if (SUFFIXES.has(word.folded) && word.capital) evidence.person += 3;
  else if (word.capital && (placeKindOf(word.folded) === 'region' || placeKindOf(word.folded) === 'country'))
    evidence.place += 1.5;
  else addAppositive(evidence, words, i);
}

/** ", a former nurse", ", editor at large", ", the company that": the first noun with an end behind it decides. */
function addAppositive(evidence: Evidence, words: readonly Word[], i: number): void {
  const determined = /^(?:a|an|the|its|his|her|their)$/.test(words[i]?.folded ?? '');
  for (let k = i; k < Math.min(i + 8, words.length); k++) {
    const word = words[k];
    const after = words[k + 1];
    if (word === undefined || /^[.;:?!]$/.test(word.text) || /^(?:VERB|AUX|SCONJ|CCONJ)$/.test(word.pos))
      return;
    if (k > i && /^(?:ADP|PRON)$/.test(word.pos)) return;
    const ends =
      after === undefined ||
      after.text === ',' ||
      after.pos === 'ADP' ||
      after.pos === 'PRON' ||
      after.text === '.';
    if (!ends || (!determined && k > i + 4)) continue;
    if (isPersonNoun(word.folded)) {
      evidence.person += 3;
      return;
    }
    if (ORGANISATION_NOUNS.has(word.folded)) {
      evidence.organisation += 3;
      return;
    }
    if (PLACE_NOUNS.has(word.folded)) {
      evidence.place += 3;
      return;
    }
  }
}

function addSpeaker(evidence: Evidence): void {
  evidence.person += 1.3;
  evidence.organisation += 0.7;
}
