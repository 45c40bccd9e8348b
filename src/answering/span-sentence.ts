import { tagSentence } from '../language/tagger.ts';
import { tokenTags } from '../language/token-tags.ts';
import type { Unit } from './prepared.ts';

/** No short answer is longer: past it the sentence itself is the answer. */
const LONGEST_SPAN = 40;
/** Stretches up to this many tokens may begin and end anywhere. */
const ANYWHERE = 10;
const OPENING: ReadonlySet<string> = new Set(['VERB', 'SCONJ', 'CCONJ', 'AUX']);
const CLOSING: ReadonlySet<string> = new Set(['CCONJ', 'SCONJ', 'VERB']);

/** Marks that may begin or end an answer; all other marks may not. */
const MAY_EDGE = /^[$€£¥%#@]$/;
const NEVER_LAST: ReadonlySet<string> = new Set(['DET', 'CCONJ', 'SCONJ', 'AUX']);

/** What is the same of a sentence's stretches whatever is asked: worked out once for each sentence. */
export interface SpanSentence {
  /** The part of speech of each token. */
  readonly tags: readonly string[];
  /** Each token in lower case. */
  readonly words: readonly string[];
  /** First and last token of each stretch that could be a short answer. */
  readonly pairs: readonly (readonly [number, number])[];
  /** What each token is a name of: p(erson), l(ocation), o(rganisation), or "". */
  readonly kinds: readonly string[];
  /** Where it holds what kinds of thing, by the name of the feature. */
  readonly held: readonly { readonly name: string; readonly spots: readonly number[] }[];
  /** Features of any stretch that begins at a token, and of any that ends at one. */
  readonly starts: readonly EdgeFeatures[];
  readonly ends: readonly EdgeFeatures[];
}

/** Names of features bound to the question's type, and to its type and first words both. */
export interface EdgeFeatures {
  readonly typed: readonly string[];
  readonly both: readonly string[];
}

const known = new WeakMap<Unit, SpanSentence>();

/** A sentence as the search for a short answer sees it, kept as long as the sentence is. */
export function spanSentence(unit: Unit): SpanSentence {
  const ready = known.get(unit);
  if (ready) return ready;
  const read = readSentence(unit);
  known.set(unit, read);
  return read;
}

function readSentence(unit: Unit): SpanSentence {
  const { tokens } = unit;
  const tags = tokenTags(tokens, tagSentence(unit.sentence));
  const words = tokens.map((token) => token.lower);
  const shapes = tokens.map((token) => shapeOf(token.text));
  return {
    tags,
    words,
    pairs: pairsOf(tokens, tags),
    kinds: kindsOf(unit),
    held: heldKinds(unit),
    starts: tokens.map(
      (_, i): EdgeFeatures => ({
        typed: [`sw:${entry(words, i)}`],
        both: [
          `s:${entry(tags, i)}`,
          `s-:${entry(tags, i - 1)}`,
          `s-+:${entry(tags, i - 1)},${entry(tags, i)}`,
          `sw-:${entry(words, i - 1)}`,
          `ss:${entry(shapes, i)}`,
        ],
      }),
    ),
    ends: tokens.map(
      (_, j): EdgeFeatures => ({
        typed: [`ew:${entry(words, j)}`],
        both: [
          `e:${entry(tags, j)}`,
          `e+:${entry(tags, j + 1)}`,
          `e-+:${entry(tags, j)},${entry(tags, j + 1)}`,
          `ew+:${entry(words, j + 1)}`,
        ],
      }),
    ),
  };
}

/** An entry of a list, with a mark for what lies before its beginning or past its end. */
export function entry(list: readonly string[], at: number): string {
  return list[at] ?? (at < 0 ? '^' : '$');
}

/** Short stretches from any word to any; longer ones only from where a clause or quote begins to where one ends. */
function pairsOf(tokens: Unit['tokens'], tags: readonly string[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const opens = tokens.map(
    (_, i) =>
      i === 0 ||
      tokens[i - 1]?.kind === 'mark' ||
      OPENING.has(tags[i - 1] ?? '') ||
      OPENING.has(tags[i] ?? ''),
  );
  const closes = tokens.map(
    (_, i) => i === tokens.length - 1 || tokens[i + 1]?.kind === 'mark' || CLOSING.has(tags[i + 1] ?? ''),
  );
  for (let first = 0; first < tokens.length; first++) {
    const begin = tokens[first];
    if (!begin || (begin.kind === 'mark' && !MAY_EDGE.test(begin.text)) || begin.lower === "'s") continue;
    for (let last = first; last < Math.min(tokens.length, first + LONGEST_SPAN); last++) {
      const end = tokens[last];
      // What stands on the other side of words left out is another statement.
      if (end?.text === '…') break;
      if (!end || (end.kind === 'mark' && !MAY_EDGE.test(end.text)) || NEVER_LAST.has(tags[last] ?? ''))
        continue;
      if (last - first >= ANYWHERE && !(opens[first] && closes[last])) continue;
      pairs.push([first, last]);
    }
  }
  return pairs;
}

/** What each token is a name of: p(erson), l(ocation), o(rganisation), or "". */
function kindsOf(unit: Unit): readonly string[] {
  const kinds = unit.tokens.map(() => '');
  for (const [i, word] of unit.words.entries()) {
    const { person, place, organisation } = unit.named;
    kinds[unit.places[i] ?? 0] = person.has(word)
      ? 'p'
      : place.has(word)
        ? 'l'
        : organisation.has(word)
          ? 'o'
          : '';
  }
  return kinds;
}

const HELD: readonly (readonly [string, RegExp])[] = [
  [
    'day',
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow|tonight|january|february|march|april|june|july|august|september|october|november|december|week|month|year|weekend|ago|morning|afternoon|evening|minute)$/,
  ],
  ['year', /^(?:1[0-9]|20)\d\d$/],
  ['number', /^\d/],
  [
    'word',
    /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|quarter|third|twice|several|double|twenty|thirty|forty|fifty)$/,
  ],
  ['money', /^[$€£¥]$/],
  ['share', /^(?:%|percent|cent)$/],
  ['age', /^(?:aged?|old|year-old)$/],
  ['because', /^(?:because|due|caused?|after|since|over|amid|owing|to)$/],
];

function heldKinds(unit: Unit): readonly { name: string; spots: readonly number[] }[] {
  return HELD.map(([name, test]) => ({
    name: `h:${name}`,
    spots: unit.tokens.flatMap(({ lower }, i) => (test.test(lower) ? [i] : [])),
  })).filter(({ spots }) => spots.length > 0);
}

function shapeOf(text: string): string {
  if (/^\d{4}$/.test(text)) return 'year';
  if (/^\d/.test(text)) return 'num';
  if (/^\p{Lu}{2,}$/u.test(text)) return 'CAPS';
  if (/^\p{Lu}/u.test(text)) return 'Cap';
  return /^\p{L}/u.test(text) ? 'low' : 'mark';
}
