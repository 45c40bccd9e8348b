import { Temporal } from 'temporal-polyfill';
import type { Completion } from '../../chat/digest-desk.ts';
import { digestWording } from '../../chat/wording-digest.ts';
import { nearest } from './nearest.ts';
import type { Read } from './read.ts';
import { ABBREVIATIONS, PLACES, RENAMED, WELL_KNOWN } from './zone-names.ts';

/** What a zone can be called: its name, its city, and places that have its time. */
type Names = ReadonlyMap<string, { readonly name: string; readonly zone: string }>;

let made: Names | undefined;

/** Made when a zone is first spoken of: asking the system about every zone there is takes a tenth of a second. */
function allNames(): Names {
  made ??= makeNames();
  return made;
}

/** The first to be called so has the name. */
function makeNames(): Names {
  const names = new Map<string, { readonly name: string; readonly zone: string }>();
  const add = (name: string, zone: string) => {
    if (!names.has(plain(name))) names.set(plain(name), { name, zone });
  };
  const zones = everyZone();
  for (const zone of zones) add(zone, zone);
  for (const zone of zones) add(cityOf(zone), zone);
  for (const [older, zone] of Object.entries(RENAMED)) add(cityOf(older), zone);
  for (const [zone, places] of Object.entries(PLACES)) for (const place of places) add(place, zone);
  return names;
}

/** Every zone by its newest IANA name. */
function everyZone(): readonly string[] {
  const known = [...Intl.supportedValuesOf('timeZone').map(renamed), ...Object.values(RENAMED)];
  return ['UTC', ...new Set(known)].filter(isZone);
}

/**
 * Reads a time zone, however its letters are cased: an IANA name, the city of one, or a large city or country
 * with its time; "time" may follow. Abbreviations and offsets are refused with a city to name instead: they do
 * not say what happens when the clocks change.
 */
export function readZone(given: string): Read<{ readonly zone: string }> {
  const typed = given.trim();
  const name = plain(typed.replace(/\s+time$/iu, ''));
  const known = allNames().get(name);
  if (known) return { zone: known.zone };
  const city = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
  if (city !== undefined) return { problem: digestWording.zoneAbbreviation(typed, city) };
  if (/^(?:etc\/)?(?:utc|gmt)?\s*[+−-]\s*\d|^etc\//u.test(name))
    return { problem: digestWording.zoneOffset(typed) };
  if (name.includes('/') && isZone(name)) {
    const timeZone = name.replaceAll(' ', '_');
    const canonical = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    return { zone: renamed(canonical) };
  }
  const names = allNames();
  const meant = nearest(name, names.keys()).flatMap((near) => names.get(near)?.name ?? []);
  return {
    problem: typed === '' ? digestWording.zoneMissing : digestWording.notZone(typed, meant.slice(0, 3)),
  };
}

/** Whether words are a name that `readZone` understands, without being told what they are. */
export function isZoneName(words: string): boolean {
  const name = plain(words);
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
  for (const [name, { zone }] of allNames()) {
    const city = name.slice(name.lastIndexOf('/') + 1);
    if (name.startsWith(typed) || city.startsWith(typed)) beginning.push(zone);
    else if (name.includes(` ${typed}`)) containing.push(zone);
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

/** Case, accents and underscores make no difference. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ')
    .replace(/^st\.?\s/u, 'saint ')
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
