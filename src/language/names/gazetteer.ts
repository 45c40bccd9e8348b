import commonWords from '../data/common-words.json' with { type: 'json' };
import givenNames from '../data/given-names.json' with { type: 'json' };
import knownOrganisations from '../data/organisations.json' with { type: 'json' };
import places from '../data/places.json' with { type: 'json' };
import surnames from '../data/surnames.json' with { type: 'json' };
import { DEMONYMS, MORE_GIVEN_NAMES, MORE_PERSON_NOUNS, MORE_PLACES, ORGANISATIONS } from './known-names.ts';
import { knownNames } from './packed-names.ts';

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

const male = knownNames(givenNames.male, MORE_GIVEN_NAMES.male);
const female = knownNames(givenNames.female, MORE_GIVEN_NAMES.female);
const either = knownNames(givenNames.either, MORE_GIVEN_NAMES.either);
const families = knownNames(surnames.surnames);
const countries = knownNames(places.countries, MORE_PLACES.countries);
const regions = knownNames(places.regions, MORE_PLACES.regions);
const cities = knownNames(places.cities, MORE_PLACES.cities);
const common = knownNames(commonWords.words);
const persons = knownNames(commonWords.people, MORE_PERSON_NOUNS);
const demonyms = knownNames('', DEMONYMS);
const organisations = knownNames(knownOrganisations.organisations, ORGANISATIONS);

/** Whether a folded word is a given name, and whose. */
export function givenNameOf(word: string): 'male' | 'female' | 'either' | undefined {
  if (either(word) || (male(word) && female(word))) return 'either';
  if (male(word)) return 'male';
  return female(word) ? 'female' : undefined;
}

/** Whether a folded word is a family name of the lists. */
export function isSurname(word: string): boolean {
  return families(word);
}

/** What kind of place a folded name is known to be. A country outweighs a city that shares its name. */
export function placeKindOf(name: string): 'country' | 'region' | 'city' | undefined {
  if (countries(name)) return 'country';
  if (regions(name)) return 'region';
  return cities(name) ? 'city' : undefined;
}

/** Whether a folded name is that of a well-known organisation. */
export function isKnownOrganisation(name: string): boolean {
  return organisations(name);
}

/** Whether a folded word names the people of a place or is its adjective: Afghan, Belgians. */
export function isDemonym(word: string): boolean {
  return demonyms(word) || (word.endsWith('s') && demonyms(word.slice(0, -1)));
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
  return bases(word).some((base) => common(base) || persons(base));
}

/** Whether a lower-case noun, singular or plural, is one for people: captain, spokeswoman, co-founder. */
export function isPersonNoun(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  return bases(word).some((base) => persons(base)) || (last !== word && persons(last));
}

/** The word and the base forms its ending allows. */
function bases(word: string): string[] {
  const forms = [word];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  if (word.endsWith('men')) forms.push(`${word.slice(0, -2)}an`);
  if (word.endsWith('ing')) forms.push(word.slice(0, -3), `${word.slice(0, -3)}e`);
  if (word.endsWith('ed')) forms.push(word.slice(0, -2), word.slice(0, -1));
  return forms;
}
