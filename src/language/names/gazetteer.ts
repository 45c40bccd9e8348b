import commonWords from '../data/common-words.json' with { type: 'json' };
import givenNames from '../data/given-names.json' with { type: 'json' };
import knownOrganisations from '../data/organisations.json' with { type: 'json' };
import places from '../data/places.json' with { type: 'json' };
import surnames from '../data/surnames.json' with { type: 'json' };
import { DEMONYMS, MORE_GIVEN_NAMES, MORE_PERSON_NOUNS, MORE_PLACES, ORGANISATIONS } from './known-names.ts';

/** Lower case, without accents and with straight apostrophes and hyphens: how names are looked up. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[‐‑]/g, '-')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae');
}

/** A set that is unpacked at its first question, so that importing costs nothing. */
function lazySet(...packed: readonly string[]): () => ReadonlySet<string> {
  let set: ReadonlySet<string> | undefined;
  return () => {
    set ??= new Set(packed.flatMap((names) => names.split('|')));
    return set;
  };
}

const male = lazySet(givenNames.male, MORE_GIVEN_NAMES.male);
const female = lazySet(givenNames.female, MORE_GIVEN_NAMES.female);
const either = lazySet(givenNames.either, MORE_GIVEN_NAMES.either);
const families = lazySet(surnames.surnames);
const countries = lazySet(places.countries, MORE_PLACES.countries);
const regions = lazySet(places.regions, MORE_PLACES.regions);
const cities = lazySet(places.cities, MORE_PLACES.cities);
const common = lazySet(commonWords.words);
const persons = lazySet(commonWords.people, MORE_PERSON_NOUNS);
const demonyms = lazySet(DEMONYMS);
const organisations = lazySet(ORGANISATIONS, knownOrganisations.organisations);

/** Whether a folded word is a given name, and whose. */
export function givenNameOf(word: string): 'male' | 'female' | 'either' | undefined {
  if (either().has(word) || (male().has(word) && female().has(word))) return 'either';
  if (male().has(word)) return 'male';
  return female().has(word) ? 'female' : undefined;
}

/** Whether a folded word is a family name of the lists. */
export function isSurname(word: string): boolean {
  return families().has(word);
}

/** What kind of place a folded name is known to be. A country outweighs a city that shares its name. */
export function placeKindOf(name: string): 'country' | 'region' | 'city' | undefined {
  if (countries().has(name)) return 'country';
  if (regions().has(name)) return 'region';
  return cities().has(name) ? 'city' : undefined;
}

/** Whether a folded name is that of a well-known organisation. */
export function isKnownOrganisation(name: string): boolean {
  return organisations().has(name);
}

/** Whether a folded word names the people of a place or is its adjective: Afghan, Belgians. */
export function isDemonym(word: string): boolean {
  return demonyms().has(word) || (word.endsWith('s') && demonyms().has(word.slice(0, -1)));
}

/** Given names that are dictionary words too, but hardly ever meant so with a capital. */
const STURDY_NAMES: ReadonlySet<string> = new Set(
  'adonis amir basil berk bill bob bobby brad buddy clay colt dean derrick dieter don earl eddy emir frank garrison grant guy harry hilar jack jimmy john ken lance lee levy mark martial maxim mike nick pat paul peter porter randolph ray rob robin rod roger roman ross serge sonny sterling tom trace victor virgil wade wally ward alma amber belle birdie colleen daisy donna ebony ester felicity hazel jade jean joy lulu maria marie marine myrtle nanna ruby sally sandy sari sherry sue violet willow benedict christian cyprian silvan sylvan valentine carol drew josh jerry martin oscar marc dan sam tim jim ben max leo anna emma ella rosa mary'.split(
    ' ',
  ),
);

/** Whether a folded word is an everyday one, so that a capital on it says little; plurals and -ing, -ed too. */
export function isCommonWord(word: string): boolean {
  if (STURDY_NAMES.has(word)) return false;
  return bases(word).some((base) => common().has(base) || persons().has(base));
}

/** Whether a lower-case noun, singular or plural, is one for people: captain, spokeswoman, co-founder. */
export function isPersonNoun(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  return bases(word).some((base) => persons().has(base)) || (last !== word && persons().has(last));
}

/** The word and the base forms its ending allows. */
function bases(word: string): string[] {
  const forms = [word];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  if (word.endsWith('ing')) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (word.endsWith('ed')) forms.push(word.slice(0, -2), word.slice(0, -1));
  return forms;
}
