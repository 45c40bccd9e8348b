import { isPersonNoun, placeKindOf } from './gazetteer.ts';
import { addSpeaker, type Evidence } from './name-evidence.ts';
import { ORGANISATION_NOUNS, PLACE_NOUNS, SPEECH_VERBS, SUFFIXES } from './name-words.ts';
import type { Word } from './words.ts';

/** Verbs only people are the subject of; the forms a story uses. */
const HUMAN_VERBS: ReadonlySet<string> = new Set(
  'performed sang visited met arrived apologised apologized joked wore hugged kissed thanked pleaded vowed born died married divorced tweeted graduated smiled laughed wept grew studied resigned retired scored missed headed replied testified'.split(
    ' ',
  ),
);
const STATE_NOUNS: ReadonlySet<string> = new Set(
  'capital government border borders president prime coast ambassador army parliament economy embassy foreign military airport streets population constitution'.split(
    ' ',
  ),
);
const DONE_TO_PEOPLE =
  /^(?:arrested|charged|convicted|sentenced|born|jailed|elected|appointed|booked|shot|stabbed|hospitali[sz]ed|married|fired|sacked|freed)$/;
/** "Victor Verster prison": a place, whoever it is named after. */
const BUILDINGS =
  /^(?:prison|jail|hospital|hotel|stadium|airport|airfield|church|cathedral|square|street|palace|barracks|bridge|tower|beach|river|lake|mountain|camp|mine|station|terminal|theatre|theater|museum|gallery|base|harbour|harbor)$/;

/** Adds what the words after a mention say of its kind. */
export function addAfter(evidence: Evidence, words: readonly Word[], to: number): void {
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
