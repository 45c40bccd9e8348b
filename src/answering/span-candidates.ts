import { tagSentence } from '../language/tagger.ts';
import { kindMentions, standsTo } from './kind-mentions.ts';
import type { Match } from './match-question.ts';
import type { Unit } from './prepare.ts';

/** No short answer is longer: past it the sentence itself is the answer. */
const LONGEST_SPAN = 40;
/** Stretches up to this many tokens may begin and end anywhere. */
const ANYWHERE = 10;
const OPENING: ReadonlySet<string> = new Set(['VERB', 'SCONJ', 'CCONJ', 'AUX']);
const CLOSING: ReadonlySet<string> = new Set(['CCONJ', 'SCONJ', 'VERB']);

/** Every stretch of a sentence that could be the short answer, with the names of what speaks for it. */
export interface SpanCandidates {
  /** What a type-bound or finer-bound name is bound to: the question's type, and its first two words. */
  readonly type: string;
  readonly fine: string;
  /** Features that hold for any stretch beginning at a token, by token. */
  readonly starts: readonly SpanFeatures[];
  /** The same for its last token. */
  readonly ends: readonly SpanFeatures[];
  /** First and last token of each stretch. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Features of a stretch as a whole. */
  featuresOf(first: number, last: number): SpanFeatures;
}

/** Names of features: those that count alike for every question, by its type, and by type and first words both. */
export interface SpanFeatures {
  readonly plain: readonly string[];
  readonly typed: readonly string[];
  readonly both: readonly string[];
}

/** The names as the weights know them. */
export function fullNames({ type, fine }: SpanCandidates, { plain, typed, both }: SpanFeatures): string[] {
  return [
    ...plain,
    ...typed.map((name) => `${type}|${name}`),
    ...both.flatMap((name) => [`${type}|${name}`, `${fine}|${name}`]),
  ];
}

/** Marks that may begin or end an answer; all other marks may not. */
const MAY_EDGE = /^[$€£¥%#@]$/;
const NEVER_LAST: ReadonlySet<string> = new Set(['DET', 'CCONJ', 'SCONJ', 'AUX']);

/** Lists the stretches of a sentence a question could be answered by. */
export function spanCandidates(match: Match, unit: Unit): SpanCandidates {
  const { tokens } = unit;
  const tags = tagsOf(unit);
  const met = metTokens(match, unit);
  const { type, tokens: asked } = match.question;
  const wh = asked.findIndex((token) =>
    /^(?:who|whom|whose|what|which|when|where|why|how)$/.test(token.lower),
  );
  const fine = wh < 0 ? type : `${asked[wh]?.lower}_${asked[wh + 1]?.lower ?? ''}`;
  const at = (list: readonly string[], i: number): string => list[i] ?? (i < 0 ? '^' : '$');
  const words = tokens.map((token) => token.lower);
  const shapes = tokens.map((token) => shapeOf(token.text));
  const bounded = (n: number): number => (n < 0 ? 9 : Math.min(6, n));
  const starts = tokens.map(
    (_, i): SpanFeatures => ({
      plain: [`sm:${met[i] ? 1 : 0}${at(tags, i)}`],
      typed: [
        `sw:${at(words, i)}`,
        `sm-:${met[i - 1] ? 1 : 0}${at(tags, i - 1)}`,
        `sl:${bounded(lastBefore(met, i))}`,
      ],
      both: [
        `s:${at(tags, i)}`,
        `s-:${at(tags, i - 1)}`,
        `s-+:${at(tags, i - 1)},${at(tags, i)}`,
        `sw-:${at(words, i - 1)}`,
        `ss:${at(shapes, i)}`,
      ],
    }),
  );
  const ends = tokens.map(
    (_, j): SpanFeatures => ({
      plain: [],
      typed: [
        `ew:${at(words, j)}`,
        `em+:${met[j + 1] ? 1 : 0}${at(tags, j + 1)}`,
        `er:${bounded(firstAfter(met, j))}`,
      ],
      both: [
        `e:${at(tags, j)}`,
        `e+:${at(tags, j + 1)}`,
        `e-+:${at(tags, j)},${at(tags, j + 1)}`,
        `ew+:${at(words, j + 1)}`,
      ],
    }),
  );
  const focus = focusTokens(match, unit);
  const kinds = kindsOf(unit);
  const held = heldKinds(unit);
  const mentions = kindMentions(type, unit);
  return {
    type,
    fine,
    starts,
    ends,
    pairs: pairsOf(tokens, tags),
    featuresOf: (first, last) => {
      const length = last - first + 1;
      const inside = count(met, first, last);
      const both = [
        `l:${sizeOf(length)}`,
        `q:${Math.min(3, inside)}`,
        `se:${at(tags, first)},${at(tags, last)},${Math.min(4, length)}`,
      ];
      if (length <= 4) both.push(`p:${tags.slice(first, last + 1).join(',')}`);
      const typed = [
        inside === length ? 'all:1' : 'all:0',
        `v:${hasVerb(tags, first, last)}`,
        words.slice(first, last).includes(',') ? 'c:1' : 'c:0',
        `k:${kindOfStretch(kinds, first, last)}`,
        `in:${edgesOf(words, first, last)}`,
      ];
      for (const { name, spots } of held) if (within(spots, first, last)) both.push(name);
      if (mentions) typed.push(`m:${standsTo(mentions, first, last)}`);
      if (focus.size > 0) typed.push(`f:${nearFocus(focus, first, last)}`);
      return { plain: [], typed, both };
    },
  };
}

function sizeOf(length: number): string {
  if (length <= 4) return String(length);
  if (length <= 6) return '5-6';
  if (length <= 9) return '7-9';
  if (length <= 13) return '10-13';
  return length <= 20 ? '14-20' : '21+';
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

/** The tag of each of our tokens: that of the tagger's token it begins in. */
function tagsOf(unit: Unit): readonly string[] {
  const tagged = tagSentence(unit.sentence);
  let cursor = 0;
  return unit.tokens.map((token) => {
    while (cursor < tagged.length - 1 && (tagged[cursor]?.end ?? 0) <= token.start) cursor++;
    return tagged[cursor]?.pos ?? 'X';
  });
}

function metTokens(match: Match, unit: Unit): readonly boolean[] {
  const ids = new Set(
    match.terms.flatMap((term) => [
      term.exact?.id ?? -1,
      ...term.form.keys(),
      ...term.spelling.keys(),
      ...term.synonym.keys(),
    ]),
  );
  const met = unit.tokens.map(() => false);
  for (const [i, word] of unit.words.entries()) if (ids.has(word)) met[unit.places[i] ?? 0] = true;
  return met;
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

/** The kinds of name in a stretch, first of each. */
function kindOfStretch(kinds: readonly string[], first: number, last: number): string {
  let found = '';
  for (let i = first; i <= last; i++) {
    const kind = kinds[i] ?? '';
    if (kind !== '' && !found.includes(kind)) found += kind;
  }
  return found.length > 1 ? 'many' : found + (kinds[last] === found ? '' : '+');
}

/** Whether a stretch is all that stands between quote marks. */
function edgesOf(words: readonly string[], first: number, last: number): string {
  const mark = /^["“”]$/;
  const before = mark.test(words[first - 1] ?? '') ? 'q' : first === 0 ? '^' : '-';
  const after = words[last + 1] ?? '';
  const ends =
    mark.test(after) || mark.test(words[last + 2] ?? '') ? 'q' : after === '.' || after === '' ? '$' : '-';
  return before + ends;
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

function within(spots: readonly number[], first: number, last: number): boolean {
  return spots.some((spot) => spot >= first && spot <= last);
}

function focusTokens(match: Match, unit: Unit): ReadonlySet<number> {
  const focus = match.terms.find((term) => term.stem === match.question.focus);
  if (!focus) return new Set();
  const ids = new Set([focus.exact?.id ?? -1, ...focus.form.keys(), ...focus.synonym.keys()]);
  return new Set(unit.words.flatMap((word, i) => (ids.has(word) ? [unit.places[i] ?? 0] : [])));
}

function nearFocus(focus: ReadonlySet<number>, first: number, last: number): string {
  if (focus.has(last + 1)) return 'next';
  if (focus.has(first - 1)) return 'before';
  if (focus.has(last)) return 'last';
  for (let i = first; i < last; i++) if (focus.has(i)) return 'in';
  return 'none';
}

function count(met: readonly boolean[], first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i++) if (met[i]) sum++;
  return sum;
}

function hasVerb(tags: readonly string[], first: number, last: number): number {
  for (let i = first; i <= last; i++) if (tags[i] === 'VERB' || tags[i] === 'AUX') return 1;
  return 0;
}

function lastBefore(met: readonly boolean[], at: number): number {
  for (let i = at - 1; i >= 0; i--) if (met[i]) return at - i;
  return -1;
}

function firstAfter(met: readonly boolean[], at: number): number {
  for (let i = at + 1; i < met.length; i++) if (met[i]) return i - at;
  return -1;
}

function shapeOf(text: string): string {
  if (/^\d{4}$/.test(text)) return 'year';
  if (/^\d/.test(text)) return 'num';
  if (/^\p{Lu}{2,}$/u.test(text)) return 'CAPS';
  if (/^\p{Lu}/u.test(text)) return 'Cap';
  return /^\p{L}/u.test(text) ? 'low' : 'mark';
}
