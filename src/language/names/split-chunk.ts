import { givenNameOf, isCommonWord, isDemonym, isKnownOrganisation, placeKindOf } from './gazetteer.ts';
import { HONORIFICS, ORGANISATION_ENDS, PLACE_ENDS, SUFFIXES, TITLE_STARTS } from './name-words.ts';
import type { Word } from './words.ts';

/** A part of a chunk. Indices into the sentence's words, `to` exclusive. */
export interface Part {
  readonly from: number;
  readonly to: number;
  /** `within`: a name inside a title, "Washington" in "Governor of Washington Chris Gregoire". */
  readonly kind: 'title' | 'name' | 'within';
}

/**
 * Takes a run of capitalised words apart: "US Secretary of State Antony Blinken" is a title and a name,
 * "United States Hamdullah Mohib" two names, "Justice Department" one.
 */
export function splitChunk(words: readonly Word[], from: number, to: number): readonly Part[] {
  if (isWholeName(words, from, to)) return [{ from, to, kind: 'name' }];
  const title = lastTitle(words, from, to);
  if (title !== undefined) return splitTitle(words, from, title, to);
  const person = personStart(words, from, to) ?? strangerStart(words, from, to);
  if (person === undefined) return [{ from, to, kind: 'name' }];
  return [...splitChunk(words, from, person), { from: person, to, kind: 'name' }];
}

function foldedRun(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.folded)
    .join(' ');
}

function isWholeName(words: readonly Word[], from: number, to: number): boolean {
  const run = foldedRun(words, from, to);
  if (placeKindOf(run) !== undefined || isKnownOrganisation(run)) return true;
  const last = words[to - 1]?.folded ?? '';
  const first = words[from]?.folded ?? '';
  if (HONORIFICS.has(first) && /^(?:of|for)$/.test(words[from + 1]?.folded ?? '')) return false;
  if (to - from < 2 || !(ORGANISATION_ENDS.has(last) || PLACE_ENDS.has(last))) return false;
  if (!HONORIFICS.has(first)) return true;
  // "General Hospital", "Justice Department", but "President Park", "Mr West".
  return to - from > 2 || (isCommonWord(first) && ORGANISATION_ENDS.has(last));
}

/** The last title word that has words after it and is no part of "of" a name before it. */
function lastTitle(words: readonly Word[], from: number, to: number): number | undefined {
  for (let i = to - 1; i >= from; i--) {
    const word = words[i];
    if (word === undefined || !(HONORIFICS.has(word.folded) || isRole(words, i, to))) continue;
    if (i > from && belongsToName(words, from, i, to)) {
      continue;
    }
    if (SUFFIXES.has(word.folded) && i > from) continue;
    return i;
  }
  return undefined;
}

const ROLE_WORDS: ReadonlySet<string> = new Set(
  'administrator spokesperson speaker striker defender midfielder goalkeeper manager actor actress singer rapper author writer analyst attorney lawyer prosecutor delegate trustee candidate astronaut cosmonaut scientist researcher economist historian activist founder co-founder owner principal chef comedian paramedic firefighter deputy warden ranger captain skipper journalist reporter correspondent presenter engineer teacher student resident farmer fisherman lawmaker legislator senator opposition leader scientologist parliamentarian'.split(
    ' ',
  ),
);

/** "Administrator Bolden", "Striker Harry Kane": a noun for people before what can only be a person. */
function isRole(words: readonly Word[], i: number, to: number): boolean {
  const word = words[i];
  const next = words[i + 1];
  if (word === undefined || next === undefined || i + 1 >= to) return false;
  if (!ROLE_WORDS.has(word.folded) && !/(?:ologist|ocrat|smen|sman|woman)$/.test(word.folded)) return false;
  if (givenNameOf(word.folded) !== undefined || /[^s]s$/.test(word.folded)) return false;
  if (to - i > 2) return givenNameOf(next.folded) !== undefined && !isCommonWord(next.folded);
  return (
    to - i === 2 &&
    !isCommonWord(next.folded) &&
    placeKindOf(next.folded) === undefined &&
    !isKnownOrganisation(next.folded)
  );
}

/** "John Bishop" is a name, "San Juan Mayor Carmen Cruz" and "German Chancellor Angela Merkel" are not. */
function belongsToName(words: readonly Word[], from: number, i: number, to: number): boolean {
  const before = words[i - 1]?.folded ?? '';
  if (givenNameOf(before) === undefined || TITLE_STARTS.has(before) || isDemonym(before)) return false;
  if (placeKindOf(before) !== undefined || placeKindOf(foldedRun(words, from, i)) !== undefined) return false;
  return !(i + 2 < to && givenNameOf(words[i + 1]?.folded ?? '') !== undefined);
}

function splitTitle(words: readonly Word[], from: number, title: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  let first = title;
  while (first > from && TITLE_STARTS.has(words[first - 1]?.folded ?? '')) first--;
  if (first > from) parts.push(...splitChunk(words, from, first));
  const next = words[title + 1];
  if (next?.folded !== 'of' && next?.folded !== 'for') {
    parts.push({ from: first, to: title + 1, kind: 'title' });
    if (title + 1 < to) parts.push({ from: title + 1, to, kind: 'name' });
    return parts;
  }
  const inside = title + (words[title + 2]?.folded === 'the' ? 3 : 2);
  const name = personStart(words, inside, to) ?? (to - inside >= 3 ? to - 2 : to);
  const what = foldedRun(words, inside, name);
  if (placeKindOf(what) !== undefined) {
    parts.push({ from: first, to: inside, kind: 'title' }, { from: inside, to: name, kind: 'within' });
  } else {
    parts.push({ from: first, to: name, kind: 'title' });
  }
  if (name < to) parts.push({ from: name, to, kind: 'name' });
  return parts;
}

/** "In Beijing Geng Shuang said": a place behind its preposition, then two words that are no ending of it. */
function strangerStart(words: readonly Word[], from: number, to: number): number | undefined {
  if (to - from !== 3 || !/^(?:in|at|from)$/.test(words[from - 1]?.folded ?? '')) return undefined;
  const rest = words.slice(from + 1, to);
  if (placeKindOf(words[from]?.folded ?? '') === undefined) return undefined;
  return rest.some((word) => isCommonWord(word.folded) || PLACE_ENDS.has(word.folded)) ? undefined : from + 1;
}

/** Where, after other words, a person's name begins: at a given name with a family name behind it. */
function personStart(words: readonly Word[], from: number, to: number): number | undefined {
  for (let i = from + 1; i <= to - 2; i++) {
    const word = words[i];
    const next = words[i + 1];
    if (word === undefined || next === undefined || givenNameOf(word.folded) === undefined) continue;
    if (isCommonWord(word.folded) || isDemonym(next.folded) || ORGANISATION_ENDS.has(next.folded)) continue;
    if (placeKindOf(word.folded) !== undefined && isCommonWord(next.folded)) continue;
    const before = words.slice(from, i);
    const leads = before.every(
      (lead) =>
        givenNameOf(lead.folded) === undefined ||
        placeKindOf(lead.folded) !== undefined ||
        isCommonWord(lead.folded),
    );
    const run = foldedRun(words, from, i);
    const foreign =
      placeKindOf(run) !== undefined ||
      isKnownOrganisation(run) ||
      before.some((lead) => isDemonym(lead.folded) || lead.folded === 'of' || isCommonWord(lead.folded)) ||
      ORGANISATION_ENDS.has(words[i - 1]?.folded ?? '');
    if (leads && foreign) return i;
  }
  return undefined;
}
