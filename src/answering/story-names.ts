import { findNames } from '../language/names/find-names.ts';
import { readNames } from '../language/names/read-names.ts';
import { roleOf } from '../language/names/roles.ts';
import { readQuotes } from '../language/quotes/read-quotes.ts';
import { stem } from '../language/stem.ts';
import { contentTerms } from '../language/terms.ts';
import { tokenize } from '../language/tokens.ts';
import type { Article } from '../story/article.ts';
import { CLUE } from './clues.ts';
import type { Introduction, ReadUnit, UnitNames } from './prepared.ts';
import type { Vocabulary } from './vocabulary.ts';

const NOBODY: ReadonlySet<number> = new Set();

/** Reads who is named and quoted where; gives each sentence its share. */
export function readStoryNames(
  article: Article,
  units: readonly ReadUnit[],
  vocabulary: Vocabulary,
): (unit: ReadUnit) => UnitNames {
  const idsOf = (name: string): number[] =>
    tokenize(name).flatMap(({ lower, kind }) =>
      kind === 'word' ? (vocabulary.byStem.get(stem(lower))?.id ?? []) : [],
    );
  const named = units.map(() => ({
    person: new Set<number>(),
    place: new Set<number>(),
    organisation: new Set<number>(),
    other: new Set<number>(),
  }));
  const at = new Map(
    units.map(({ sentence, index }) => [`${sentence.paragraph}.${sentence.sentence}`, index]),
  );
  for (const mention of findNames(article)) {
    const kinds = named[at.get(`${mention.paragraph}.${mention.sentence}`) ?? -1];
    for (const id of idsOf(mention.name)) {
      kinds?.[mention.type].add(id);
      if (mention.also) kinds?.[mention.also].add(id);
    }
  }
  const speakers = units.map(() => new Set<number>());
  for (const { span, speaker } of readQuotes(article)) {
    if (!speaker) continue;
    for (const { index, sentence } of units)
      if (sentence.paragraph > 0 && sentence.start < span.end && span.start < sentence.end)
        for (const id of idsOf(speaker.name)) speakers[index]?.add(id);
  }
  const introductions = readIntroductions(article, units, idsOf);
  return (unit) => ({
    introductions: introductions[unit.index] ?? [],
    speakers: speakers[unit.index] ?? NOBODY,
    named: named[unit.index] ?? { person: NOBODY, place: NOBODY, organisation: NOBODY, other: NOBODY },
    antecedent: antecedentOf(unit, named),
    echoed: echoedIn(unit, named),
  });
}

/**
 * The words a story describes people by, each leading to their names: a question about "the coach" is met
 * where the coach is named. A word that describes two people leads to both.
 */
export function readRoles(article: Article, vocabulary: Vocabulary): ReadonlyMap<string, readonly number[]> {
  const byRole = new Map<string, number[]>();
  for (const named of readNames(article)) {
    if (named.type !== 'person') continue;
    const ids = tokenize(named.name).flatMap(({ lower }) => vocabulary.byStem.get(stem(lower))?.id ?? []);
    for (const term of contentTerms(tokenize(roleOf(named.mentions))))
      byRole.set(term.stem, [...(byRole.get(term.stem) ?? []), ...ids]);
  }
  return byRole;
}

/** Where the story says what somebody is, the role's words and the name next to them. */
function readIntroductions(
  article: Article,
  units: readonly ReadUnit[],
  idsOf: (name: string) => readonly number[],
): readonly (readonly Introduction[])[] {
  const found = units.map((): Introduction[] => []);
  for (const named of readNames(article)) {
    const role = named.type === 'person' ? roleOf(named.mentions) : '';
    if (role === '') continue;
    for (const { text, sentence } of named.mentions) {
      const unit = units.find(
        (one) => one.sentence.paragraph === sentence.paragraph && one.sentence.start === sentence.start,
      );
      const at = sentence.text.indexOf(role);
      const name = sentence.text.indexOf(text);
      if (!unit || at < 0 || name < 0) continue;
      const [from, to] = [Math.min(at, name), Math.max(at + role.length, name + text.length)];
      const between =
        at < name ? sentence.text.slice(at + role.length, name) : sentence.text.slice(name + text.length, at);
      const together = /^[\s,]*$/.test(between) && at < name;
      found[unit.index]?.push({
        names: idsOf(named.name),
        from: together ? from : at,
        to: together ? to : at + role.length,
      });
    }
  }
  return found;
}

/** A sentence that opens with a pronoun speaks of whom the sentences right before it name. */
function antecedentOf(unit: ReadUnit, named: readonly UnitNames['named'][]): ReadonlySet<number> {
  if ((unit.clues & CLUE.pronounFirst) === 0) return NOBODY;
  const [first = ''] = unit.tokens.filter(({ kind }) => kind === 'word').map(({ lower }) => lower);
  const personal = /^(?:he|she|his|her)$/.test(first);
  for (let i = unit.index - 1; i >= Math.max(0, unit.index - 3); i--) {
    const kinds = named[i];
    if (!kinds) continue;
    if (personal && kinds.person.size > 0) return kinds.person;
    if (!personal && (kinds.organisation.size > 0 || kinds.person.size > 0 || kinds.place.size > 0))
      return new Set([...kinds.organisation, ...kinds.person, ...kinds.place]);
  }
  return NOBODY;
}

const PERSONAL = /^(?:he|she|his|her|him|hers)$/;
const IMPERSONAL = /^(?:it|its|they|their|them|theirs)$/;

/** "Doctors said that infection had killed him": whom the sentences before name, where this one names nobody. */
function echoedIn(unit: ReadUnit, named: readonly UnitNames['named'][]): ReadonlySet<number> {
  const here = named[unit.index];
  const personal = unit.tokens.some(({ lower }) => PERSONAL.test(lower));
  const impersonal = unit.tokens.some(({ lower }) => IMPERSONAL.test(lower));
  if (!here || !(personal || impersonal)) return NOBODY;
  const found = new Set<number>();
  for (let i = unit.index - 1; i >= Math.max(0, unit.index - 3); i--) {
    const kinds = named[i];
    if (!kinds) continue;
    if (personal && here.person.size === 0) for (const id of kinds.person) found.add(id);
    if (impersonal && here.organisation.size === 0) for (const id of kinds.organisation) found.add(id);
    if (found.size > 0) break;
  }
  return found;
}
