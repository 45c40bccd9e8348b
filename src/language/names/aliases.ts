import { givenNameOf, isCommonWord, isDemonym, placeKindOf } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { type Group, inReadingOrder } from './name-group.ts';
import { PARTICLES, SUFFIXES } from './name-words.ts';

/** Gives short forms to the full name they stand for. */
export function mergeAliases(groups: readonly Group[]): Group[] {
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
