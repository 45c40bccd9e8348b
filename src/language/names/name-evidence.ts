import {
  givenNameOf,
  isCommonWord,
  isDemonym,
  isKnownOrganisation,
  isSurname,
  placeKindOf,
} from './gazetteer.ts';
import {
  EVENT_ENDS,
  ORGANISATION_ENDS,
  ORGANISATION_HEADS,
  PARTICLES,
  PLACE_ENDS,
  PLACE_STARTS,
  SUFFIXES,
  THINGS,
} from './name-words.ts';

/** How strongly something speaks for each kind of name; the scale is arbitrary, 2 is enough to decide. */
export interface Evidence {
  person: number;
  place: number;
  organisation: number;
}

/** Names of whole countries are places unless everything says otherwise. */
const COUNTRY = 6;
const KNOWN_PLACE = 3;
const KNOWN_ORGANISATION = 5;
const CLEAR_ENDING = 5;
const GIVEN_NAME = 4;

const MEDIA_ENDS = /^(?:world|today|insider|online)$/;
const WORLDS = /^(?:new|old|first|third|arab|western|free|developing)$/;
const VESSELS = /^(?:hms|uss|rms|ss|mv|flight|operation|hurricane|typhoon|storm|cyclone)$/;
const DIRECTION =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|inner|outer|old|new|downtown|mid|north-east|north-west|south-east|south-west)$/;

/** What the words of a name say by themselves. `text` is as written, `folded` its folded words. */
export function nameEvidence(text: string, folded: readonly string[]): Evidence {
  const evidence: Evidence = { person: 0, place: 0, organisation: 0 };
  const whole = folded.join(' ');
  const kind = placeKindOf(whole);
  if (kind !== undefined)
    evidence.place += kind === 'country' ? COUNTRY : folded.length > 1 ? KNOWN_PLACE + 2 : KNOWN_PLACE;
  if (folded.length === 1 && THINGS.has(whole)) return { person: -6, place: -6, organisation: -6 };
  if (isKnownOrganisation(whole)) {
    evidence.organisation += KNOWN_ORGANISATION;
    if (givenNameOf(whole) === undefined) evidence.person -= 3;
  }
  if (kind === 'country' && givenNameOf(whole) === undefined) evidence.person -= 3;
  addShape(evidence, text, folded);
  if (folded.length > 1) addWords(evidence, folded);
  else addSingle(evidence, text, whole);
  return evidence;
}

function addShape(evidence: Evidence, text: string, folded: readonly string[]): void {
  if (/[\p{L}]\.(?:com|org|net|co\.uk|gov|edu|info|tv)$/iu.test(text)) evidence.organisation += 3;
  if (/\d/.test(text)) {
    evidence.person -= 3;
    evidence.organisation -= 3;
  }
  if (/\p{Ll}\p{Lu}/u.test(text) && !/(?:^|[\s'’-])(?:Mc|Mac|De|La|Le|Van|Di|Du|O)[\p{Lu}]/u.test(text))
    evidence.person -= 2;
  if (folded.length === 1 && /^[\p{Lu}&.]{2,6}s?$/u.test(text)) {
    evidence.organisation += 2;
    evidence.person -= 2;
  }
  if (folded.includes('&')) {
    evidence.organisation += 4;
    evidence.person -= 5;
  }
  if (
    folded.length > 1 &&
    text.split(' ').some((word) => /^\p{Lu}{3,}$/u.test(word) || /^(?:VR|TV|XP|AI|HD|PC|UK|US)$/.test(word))
  ) {
    evidence.person -= 3;
  }
}

function addWords(evidence: Evidence, folded: readonly string[]): void {
  addEnding(evidence, folded);
  addBeginning(evidence, folded);
  const of = folded.findIndex((word) => /^(?:of|for|on|against)$/.test(word));
  if (of > 0) {
    evidence.person -= 4;
    const head = folded[of - 1] ?? '';
    if (ORGANISATION_HEADS.has(head)) evidence.organisation += CLEAR_ENDING;
    else if (PLACE_ENDS.has(head) || PLACE_STARTS.has(head)) evidence.place += CLEAR_ENDING;
  }
  if (folded.includes('and') || folded.includes('the')) evidence.person -= 4;
  if (kindOfWhole(folded)) evidence.person -= 2;
  addPersonWords(evidence, folded);
}

function addEnding(evidence: Evidence, folded: readonly string[]): void {
  const first = folded[0] ?? '';
  const last = folded.at(-1) ?? '';
  if (endsAs(ORGANISATION_ENDS, last)) evidence.organisation += CLEAR_ENDING;
  if (endsAs(PLACE_ENDS, last) && givenNameOf(first) === undefined) evidence.place += CLEAR_ENDING;
  else if (PLACE_ENDS.has(last)) evidence.place += isFamilyName(last) || placeKindOf(last) ? 1 : 4;
  if (MEDIA_ENDS.test(last) && !WORLDS.test(first)) {
    evidence.organisation += 2;
    evidence.person -= 2;
  }
  if (isDemonym(last)) evidence.person -= 3;
  if (last === 'district' && ORGANISATION_ENDS.has(folded.at(-2) ?? '')) {
    evidence.organisation += CLEAR_ENDING;
    evidence.place -= CLEAR_ENDING;
  }
  if (EVENT_ENDS.has(last) || VESSELS.test(first)) {
    evidence.person -= 4;
    evidence.place -= 5;
    evidence.organisation -= 4;
  }
}

function addBeginning(evidence: Evidence, folded: readonly string[]): void {
  const first = folded[0] ?? '';
  if (PLACE_STARTS.has(first)) {
    evidence.place += isCommonWord(first) ? 3 : 2.5;
    evidence.person -= 1;
  }
  if (DIRECTION.test(first) && kindOfWhole(folded.slice(1))) {
    evidence.place += 4;
    evidence.person -= 3;
  }
  const given = givenNameOf(first) !== undefined;
  if (isDemonym(first) || (placeKindOf(first) === 'country' && !given)) {
    evidence.person -= 3;
    evidence.organisation += 0.5;
  }
  if (isKnownOrganisation(first) && !isCommonWord(first) && !given && !placeKindOf(first)) {
    evidence.organisation += 2.5;
    evidence.person -= 3;
  }
}

/** A surname that ends places too: Jane Park, Kate Hill. */
function isFamilyName(word: string): boolean {
  return isSurname(word) || /^(?:park|hill|lane|woods|brook|castle|glen|ford)$/.test(word);
}

function kindOfWhole(folded: readonly string[]): boolean {
  return placeKindOf(folded.join(' ')) !== undefined;
}

/** An ending in the singular or the plural. */
function endsAs(endings: ReadonlySet<string>, word: string): boolean {
  return endings.has(word) || endings.has(word.replace(/ies$/, 'y')) || endings.has(word.replace(/s$/, ''));
}

function addPersonWords(evidence: Evidence, folded: readonly string[]): void {
  const words = folded.filter((word) => !PARTICLES.has(word) && !SUFFIXES.has(word));
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const everyday = words.filter(
    (word) => isCommonWord(word) && givenNameOf(word) === undefined && !isSurname(word),
  );
  if (words.length > 4) evidence.person -= 2;
  if (givenNameOf(first) !== undefined) evidence.person += isCommonWord(first) ? 1.5 : GIVEN_NAME;
  else if (/^\p{L}\.$|^(?:\p{L}\.){2,}$/u.test(first)) evidence.person += 2;
  if (words.slice(1, -1).some((word) => givenNameOf(word) !== undefined || /^\p{L}\.?$/u.test(word)))
    evidence.person += 1;
  if (isSurname(last)) evidence.person += isCommonWord(last) ? 0.5 : 1.5;
  if (
    folded.some((word) =>
      /^(?:al|el|ben|bin|ibn|abu|van|von|de|der|du|di)$|^(?:al|el)-|^o'|^mc|^d'/.test(word),
    )
  )
    evidence.person += 1;
  if (/^[a-z]{2,8}-[a-z]{2,8}$/.test(last) && first.length <= 6) evidence.person += 1.5;
  if (ORGANISATION_ENDS.has(last) || PLACE_ENDS.has(last))
    evidence.person -=
      isFamilyName(last) || /^(?:west|hill|lane|woods|fields|brook|church|bridges|rivers)$/.test(last)
        ? 1
        : 4;
  const known = placeKindOf(first) !== undefined || isKnownOrganisation(first) || isKnownOrganisation(last);
  if (everyday.length === 0 && words.length <= 3) evidence.person += known ? 1 : 2;
  else if (words.every((word) => isCommonWord(word))) evidence.person -= 3;
  else if (!givenNameOf(first)) evidence.person -= 1;
}

function addSingle(evidence: Evidence, text: string, word: string): void {
  if (
    /(?:strasse|platz|burg|ville|stadt|grad|abad|shire|stan|polis|sk|ovo|ingen|heim|furt)$/.test(word) &&
    word.length > 5
  )
    evidence.place += 1;
  const given = givenNameOf(word) !== undefined;
  if (isCommonWord(word)) {
    if (given) evidence.person += 0.5;
    return;
  }
  if (given) evidence.person += 1.2;
  if (isSurname(word)) evidence.person += 1;
  if (!given && /^\p{Lu}\p{Ll}{2,}$/u.test(text)) evidence.person += 0.8;
  if (/^(?:al|el)-/.test(word) || /^(?:Mc|Mac|O['’])\p{Lu}/u.test(text)) evidence.person += 1;
}

/** Counts a mention as somebody who speaks: a person more likely than an organisation. */
export function addSpeaker(evidence: Evidence): void {
  evidence.person += 1.3;
  evidence.organisation += 0.7;
}
