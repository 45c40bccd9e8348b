import { canonicalPlace } from './canonical-place.ts';
import { contextEvidence } from './context-evidence.ts';
import { givenNameOf, isCommonWord, isDemonym, placeKindOf } from './gazetteer.ts';
import { isTitleCase, type Mention, mentionsOf } from './mentions.ts';
import { type Evidence, nameEvidence } from './name-evidence.ts';
import { PARTICLES, SEATS, SUFFIXES } from './name-words.ts';
import type { ReadableText } from './readable-text.ts';

export type NameType = 'person' | 'place' | 'organisation' | 'other';

/** Somebody or something a text names, with all its mentions in reading order. */
export interface Named {
  /** The fullest form the text has. */
  readonly name: string;
  readonly type: NameType;
  /** A place that also stands for those who sit there, and the other way round: the White House. */
  readonly also?: 'place' | 'organisation';
  readonly mentions: readonly Mention[];
}

interface Group {
  key: string;
  folded: readonly string[];
  mentions: Mention[];
  evidence: Evidence;
  type: NameType;
  also?: 'place' | 'organisation';
}

const ENOUGH = 2;
/** Many mentions repeat one context; more than this adds nothing. */
const MOST_CONTEXT = 7;
const LEAST_CONTEXT = -4;

const WHERE =
  /^(?:at|in|to|from|outside|inside|near|into|leave|leaves|left|leaving|visit|visited|visiting|enter|entered|around|towards?)$/;

const cache = new WeakMap<object, readonly Named[]>();

/** Everybody and everything a text names, in order of first mention. Read once per text. */
export function readNames(text: ReadableText): readonly Named[] {
  let names = cache.get(text);
  if (names === undefined) {
    names = analyse(text);
    cache.set(text, names);
  }
  return names;
}

function analyse(text: ReadableText): readonly Named[] {
  const groups = groupMentions(mentionsOf(text));
  for (const group of groups.values()) decide(group);
  disownThings([...groups.values()]);
  const merged = mergeAliases([...groups.values()], text);
  return merged
    .map((group) => ({
      name: fullestName(group),
      type: group.type,
      ...(group.also !== undefined && { also: group.also }),
      mentions: group.mentions.sort(inReadingOrder),
    }))
    .sort((a, b) => inReadingOrder(a.mentions[0], b.mentions[0]));
}

function groupMentions(mentions: readonly Mention[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const key = canonicalPlace(mention.key);
    const group = groups.get(key);
    if (group !== undefined) group.mentions.push(mention);
    else {
      const evidence = { person: 0, place: 0, organisation: 0 };
      groups.set(key, { key, folded: mention.folded, mentions: [mention], evidence, type: 'other' });
    }
  }
  return groups;
}

function decide(group: Group): void {
  const own = nameEvidence(group.mentions[0]?.text ?? '', group.folded);
  const context = { person: 0, place: 0, organisation: 0 };
  for (const mention of group.mentions) {
    if (isTitleCase(mention.sentence)) continue;
    const around = contextEvidence(mention.words, mention.from, mention.to, mention.title !== undefined);
    context.person += around.person;
    context.place += around.place;
    context.organisation += around.organisation;
  }
  const limit = (value: number) => Math.max(LEAST_CONTEXT, Math.min(MOST_CONTEXT, value));
  group.evidence = {
    person: own.person + limit(context.person),
    place: own.place + limit(context.place),
    organisation: own.organisation + limit(context.organisation),
  };
  if (SEATS.has(group.key)) {
    decideSeat(group);
    return;
  }
  group.type = typeOf(group.evidence);
}

/** "At the White House" is a place, "the White House said" is those who sit there. */
function decideSeat(group: Group): void {
  const visited = group.mentions.filter(({ words, from }) => {
    const link = words[from - 1]?.folded === 'the' ? words[from - 2] : words[from - 1];
    return link !== undefined && WHERE.test(link.folded);
  });
  const asPlace = visited.length > 0;
  group.type = asPlace ? 'place' : 'organisation';
  if (asPlace && visited.length < group.mentions.length) group.also = 'organisation';
}

function typeOf({ person, place, organisation }: Evidence): NameType {
  const best = Math.max(person, place, organisation);
  if (best < ENOUGH) return 'other';
  if (best === person) return 'person';
  return best === place ? 'place' : 'organisation';
}

/** "Warhol Factory" is no person when Warhol is Andy Warhol's surname. */
function disownThings(groups: readonly Group[]): void {
  const surnames = new Set(
    groups
      .filter(
        ({ type, folded }) =>
          type === 'person' && folded.length > 1 && givenNameOf(folded[0] ?? '') !== undefined,
      )
      .map(({ folded }) => surnameOf(folded)),
  );
  for (const group of groups) {
    const [first, last] = [group.folded[0] ?? '', group.folded.at(-1) ?? ''];
    if (group.type !== 'person' || group.folded.length !== 2 || givenNameOf(first) !== undefined) continue;
    if (surnames.has(first) && !surnames.has(last)) group.type = 'other';
  }
}

/** Gives short forms to the full name they stand for. */
function mergeAliases(groups: Group[], _text: ReadableText): Group[] {
  const people = groups.filter((group) => group.type === 'person' && group.folded.length > 1);
  const kept: Group[] = [];
  for (const group of groups) {
    const full =
      personBehind(group, people) ?? organisationBehind(group, groups) ?? longerName(group, groups);
    if (full === undefined || full === group) {
      kept.push(group);
      continue;
    }
    const strangers =
      full.type === 'person' ? group.mentions.filter((mention) => !fitsGender(mention, full)) : [];
    full.mentions.push(...group.mentions.filter((mention) => !strangers.includes(mention)));
    giveToOthers(group, strangers, people);
  }
  return kept;
}

/** "Mrs Marcos" among the mentions of Marcos: another of that name, when the text names one. */
function giveToOthers(group: Group, strangers: readonly Mention[], people: readonly Group[]): void {
  for (const mention of strangers) {
    const other = people.find(
      (person) => isShortFor(group.folded, person.folded) && fitsGender(mention, person),
    );
    other?.mentions.push(mention);
  }
}

/** The person whose surname, given name or shorter form this is: the one named last before it, else the first. */
function personBehind(group: Group, people: readonly Group[]): Group | undefined {
  const { folded } = group;
  if (group.type === 'organisation' || folded.length > 3) return undefined;
  if (group.type === 'place' && (placeKindOf(group.key) === 'country' || folded.length > 1)) return undefined;
  const holders = people.filter(
    (person) =>
      person !== group &&
      person.folded.length > folded.length &&
      isShortFor(folded, person.folded) &&
      !deniesGender(group, person),
  );
  if (holders.length === 0) return undefined;
  if (group.type === 'place' && group.evidence.place - group.evidence.person > 4) return undefined;
  const bySurname = holders.filter((person) => surnameOf(person.folded) === folded.at(-1));
  const list = bySurname.length > 0 ? bySurname : holders;
  const before = list.filter((person) => inReadingOrder(person.mentions[0], group.mentions[0]) < 0);
  return before.length > 0
    ? before.reduce((a, b) => (inReadingOrder(a.mentions[0], b.mentions[0]) > 0 ? a : b))
    : list[0];
}

/** Whether the words of a short form are in the full name in order, and one is its surname or given name. */
function isShortFor(short: readonly string[], full: readonly string[]): boolean {
  let at = 0;
  for (const word of short) {
    at = full.indexOf(word, at);
    if (at < 0) return false;
    at++;
  }
  const first = short[0] ?? '';
  if (short.length > 1) return true;
  return surnameOf(full) === first || full[0] === first || (!isCommonWord(first) && !PARTICLES.has(first));
}

/** The last word of a name that is no "Jr." */
export function surnameOf(folded: readonly string[]): string {
  for (let i = folded.length - 1; i >= 0; i--) {
    const word = folded[i] ?? '';
    if (!SUFFIXES.has(word)) return word;
  }
  return '';
}

/** The organisation an acronym stands for: its initials, or the name right before it in brackets. */
function organisationBehind(group: Group, groups: readonly Group[]): Group | undefined {
  const [mention] = group.mentions;
  if (mention === undefined || group.folded.length !== 1 || !/^[\p{Lu}.]{2,8}$/u.test(mention.text))
    return undefined;
  const letters = group.key.replace(/\./g, '');
  return groups.find(
    (other) =>
      other !== group &&
      other.folded.length > 1 &&
      other.type !== 'person' &&
      initialsOf(other.folded) === letters,
  );
}

/** "Lehman" of Lehman Brothers, "Groote Schuur" of Groote Schuur Hospital: the name's beginning, and no name of its own. */
function longerName(group: Group, groups: readonly Group[]): Group | undefined {
  const [first] = group.folded;
  if (first === undefined || (group.type !== 'other' && group.type !== 'person')) return undefined;
  if (
    isCommonWord(first) ||
    isDemonym(first) ||
    givenNameOf(first) !== undefined ||
    placeKindOf(first) !== undefined
  )
    return undefined;
  if (group.type === 'person' && group.evidence.person > 5) return undefined;
  return groups.find(
    ({ folded, type }) =>
      (type === 'organisation' || type === 'place') &&
      folded.length > group.folded.length &&
      group.folded.every((word, i) => folded[i] === word),
  );
}

/** Whether "Mr" or "Mrs" before a short form fits the given name of the full one. */
function fitsGender({ words, from, title }: Mention, full: Group): boolean {
  const given = givenNameOf(full.folded[0] ?? '');
  if (given !== 'male' && given !== 'female') return true;
  const other = given === 'male' ? /^(?:mrs|ms|miss|dame|lady)\.?$/ : /^(?:mr|sir|lord)\.?$/;
  return !other.test(words[title ?? from - 1]?.folded ?? '');
}

/** More mentions as "Mr" than "Mrs", or the other way round, than the full name's owner could be. */
function deniesGender(group: Group, full: Group): boolean {
  const against = group.mentions.filter((mention) => !fitsGender(mention, full)).length;
  const gendered = group.mentions.filter(({ words, from, title }) =>
    /^(?:mr|mrs|ms|miss|sir|dame|lord|lady)\.?$/.test(words[title ?? from - 1]?.folded ?? ''),
  ).length;
  return against > gendered - against;
}

function initialsOf(folded: readonly string[]): string {
  return folded
    .filter((word) => !/^(?:of|the|and|for|on|&)$/.test(word))
    .map((word) => (/^[a-z]/.test(word) ? (word[0] ?? '') : ''))
    .join('');
}

function fullestName(group: Group): string {
  const whole = group.mentions.filter((mention) => mention.folded.length >= group.folded.length);
  return (whole[0] ?? group.mentions[0])?.text ?? '';
}

function inReadingOrder(a: Mention | undefined, b: Mention | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    a.sentence.paragraph - b.sentence.paragraph ||
    a.sentence.sentence - b.sentence.sentence ||
    a.from - b.from
  );
}

/** Whether a name of one word could be somebody's: used where the story gives no more. */
export function couldBePerson(word: string): boolean {
  return givenNameOf(word) !== undefined && !isCommonWord(word);
}
