import { Temporal } from 'temporal-polyfill';
import type { Completion } from '../../chat/digest-desk.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { type CountryZones, countryZones } from './country-zones.ts';
import { nearest } from './nearest.ts';
import type { Read } from './read.ts';
import { ABBREVIATIONS, FAMILIES, PLACES, RENAMED, WELL_KNOWN } from './zone-names.ts';

/** What zones can be called: their names, their cities, and places that have their times; some countries have several. */
type Names = ReadonlyMap<string, CountryZones>;

let made: Names | undefined;

/** Made when a zone is first spoken of: asking the system about every zone there is takes a tenth of a second. */
function allNames(): Names {
  made ??= makeNames();
  return made;
}

/** The first to be called so has the name. */
function makeNames(): Names {
  const names = new Map<string, CountryZones>();
  const add = (name: string, ...zones: readonly string[]) => {
    if (!names.has(plain(name))) names.set(plain(name), { name, zones });
  };
  const zones = everyZone();
  for (const zone of zones) add(zone, zone);
  for (const zone of zones) add(cityOf(zone), zone);
  for (const [older, zone] of Object.entries(RENAMED)) add(cityOf(older), zone);
  for (const [zone, places] of Object.entries(PLACES)) for (const place of places) add(place, zone);
  for (const { name, zones: its } of countryZones()) add(name, ...its);
  return names;
}

/** Every zone by its newest IANA name. */
function everyZone(): readonly string[] {
  const known = [...Intl.supportedValuesOf('timeZone').map(renamed), ...Object.values(RENAMED)];
  return ['UTC', ...new Set(known)].filter(isZone);
}

/**
 * Reads a time zone, however its letters are cased: an IANA name, the city of one, a large city or a country with
 * one time; "time" may follow. Countries with several, abbreviations, "Eastern time" and offsets are refused with
 * cities to name instead: they do not say what happens when the clocks change.
 */
export function readZone(given: string): Read<{ readonly zone: string }> {
  const typed = given.trim();
  const name = plain(typed.replace(/\s+time$/iu, ''));
  const known = allNames().get(name);
  const [zone, ...others] = known?.zones ?? [];
  if (known && zone !== undefined) {
    if (others.length === 0) return { zone };
    return { problem: digestWording.zoneOfMany(known.name, known.zones.slice(0, OFFERED).map(cityOf)) };
  }
  const city = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
  if (city !== undefined) return { problem: digestWording.zoneAbbreviation(typed, city) };
  const middle = cityOfFamily(typed);
  if (middle !== undefined) return { problem: digestWording.zoneFamily(typed, middle) };
  if (/^(?:etc\/)?(?:utc|gmt)?\s*[+−-]\s*\d|^etc\//u.test(name))
    return { problem: digestWording.zoneOffset(typed) };
  if (name.includes('/') && isZone(name)) {
    const timeZone = name.replaceAll(' ', '_');
    const canonical = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    return { zone: renamed(canonical) };
  }
  return {
    problem: typed === '' ? digestWording.zoneMissing : digestWording.notZone(typed, zonesNear(typed)),
  };
}

const MEANT = 3;
const OFFERED = 5;

/** Names of zones that somebody may have meant who mistyped one, likeliest first. */
export function zonesNear(typed: string): readonly string[] {
  const names = allNames();
  const near = nearest(plain(typed.replace(/\s+time$/iu, '')), names.keys());
  return near.slice(0, MEANT).flatMap((name) => names.get(name)?.name ?? []);
}

/** A city of the zones that are called together, as in "Eastern time" or "Central European". */
function cityOfFamily(typed: string): string | undefined {
  const [, family = '', rest = ''] = FAMILY.exec(plain(typed)) ?? [];
  if (family === '' || (rest === '' && !family.includes(' '))) return undefined;
  return FAMILIES[family];
}

const FAMILY = new RegExp(
  `^(${Object.keys(FAMILIES).join('|')})((?: (?:standard|summer|daylight|mean))?(?: time)?)$`,
  'u',
);

/** Whether words are a name that `readZone` understands, without being told what they are. */
export function isZoneName(words: string): boolean {
  const name = plain(words);
  if (cityOfFamily(words) !== undefined) return true;
  return allNames().has(name) || (name.includes('/') && isZone(name)) || /^(?:utc|gmt)[+−-]\d/u.test(name);
}

/** Whether a word is an abbreviation of a zone, written as one. */
export function isZoneAbbreviation(word: string): boolean {
  return /^[A-Z]{3,4}$/u.test(word) && Object.hasOwn(ABBREVIATIONS, word.toLowerCase());
}

/**
 * Zones that fit what was typed so far: those whose city, region or places begin with it. Nothing typed: some
 * well-known ones. Each says what time it is there.
 * @param most how many at most
 */
export function completeZones(prefix: string, at: number, most: number): readonly Completion[] {
  const typed = plain(prefix);
  const zones = typed === '' ? WELL_KNOWN : zonesBeginning(typed);
  return zones.slice(0, most).map((zone) => ({ label: labelOf(zone, at), value: zone }));
}

function zonesBeginning(typed: string): readonly string[] {
  const beginning: string[] = [];
  const containing: string[] = [];
  for (const [name, { zones }] of allNames()) {
    const city = name.slice(name.lastIndexOf('/') + 1);
    if (name.startsWith(typed) || city.startsWith(typed)) beginning.push(...zones);
    else if (name.includes(` ${typed}`)) containing.push(...zones);
  }
  return [...new Set([...beginning, ...containing])];
}

function labelOf(zone: string, at: number): string {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
  return digestWording.zoneLabel(zone, now.toString({ smallestUnit: 'minute' }));
}

function renamed(zone: string): string {
  return RENAMED[zone] ?? zone;
}

function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Case, accents, underscores and full stops make no difference. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ')
    .replace(/^st\.?\s/u, 'saint ')
    .replace(/[.,]/gu, '')
    .trim();
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name.replaceAll(' ', '_') });
    return true;
  } catch {
    return false;
  }
}
