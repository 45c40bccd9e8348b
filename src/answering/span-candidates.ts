import { tagSentence } from '../language/tagger.ts';
import type { Match } from './match-question.ts';
import type { Unit } from './prepare.ts';

/** No short answer is longer: past it the sentence itself is the answer. */
export const LONGEST_SPAN = 18;

/** Every stretch of a sentence that could be the short answer, with the names of what speaks for it. */
export interface SpanCandidates {
  /** Features that hold for any stretch beginning at a token, by token. */
  readonly starts: readonly (readonly string[])[];
  /** The same for its last token. */
  readonly ends: readonly (readonly string[])[];
  /** First and last token of each stretch. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Features of a stretch as a whole. */
  featuresOf(first: number, last: number): readonly string[];
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
  const classes = [type, fine];
  const at = (list: readonly string[], i: number): string => list[i] ?? (i < 0 ? '^' : '$');
  const words = tokens.map((token) => token.lower);
  const shapes = tokens.map((token) => shapeOf(token.text));
  const bounded = (n: number): number => (n < 0 ? 9 : Math.min(6, n));
  const both = (names: readonly string[]): string[] =>
    classes.flatMap((c) => names.map((name) => `${c}|${name}`));
  const starts = tokens.map((_, i) => [
    ...both([
      `s:${at(tags, i)}`,
      `s-:${at(tags, i - 1)}`,
      `s-+:${at(tags, i - 1)},${at(tags, i)}`,
      `sw-:${at(words, i - 1)}`,
      `ss:${at(shapes, i)}`,
    ]),
    `${type}|sw:${at(words, i)}`,
    `${type}|sm-:${met[i - 1] ? 1 : 0}${at(tags, i - 1)}`,
    `${type}|sl:${bounded(lastBefore(met, i))}`,
    `sm:${met[i] ? 1 : 0}${at(tags, i)}`,
  ]);
  const ends = tokens.map((_, j) => [
    ...both([
      `e:${at(tags, j)}`,
      `e+:${at(tags, j + 1)}`,
      `e-+:${at(tags, j)},${at(tags, j + 1)}`,
      `ew+:${at(words, j + 1)}`,
    ]),
    `${type}|ew:${at(words, j)}`,
    `${type}|em+:${met[j + 1] ? 1 : 0}${at(tags, j + 1)}`,
    `${type}|er:${bounded(firstAfter(met, j))}`,
  ]);
  const focus = focusTokens(match, unit);
  return {
    starts,
    ends,
    pairs: pairsOf(tokens, tags),
    featuresOf: (first, last) => {
      const length = last - first + 1;
      const size =
        length <= 4
          ? String(length)
          : length <= 6
            ? '5-6'
            : length <= 9
              ? '7-9'
              : length <= 13
                ? '10-13'
                : '14+';
      const inside = count(met, first, last);
      const names = [
        `l:${size}`,
        `q:${Math.min(3, inside)}`,
        `se:${at(tags, first)},${at(tags, last)},${Math.min(4, length)}`,
      ];
      if (length <= 4) names.push(`p:${tags.slice(first, last + 1).join(',')}`);
      const rest = [
        `${type}|all:${inside === length ? 1 : 0}`,
        `${type}|v:${hasVerb(tags, first, last)}`,
        `${type}|c:${words.slice(first, last).includes(',') ? 1 : 0}`,
      ];
      if (focus.size > 0) rest.push(`${type}|f:${nearFocus(focus, first, last)}`);
      return [...both(names), ...rest];
    },
  };
}

function pairsOf(tokens: Unit['tokens'], tags: readonly string[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  for (let first = 0; first < tokens.length; first++) {
    const begin = tokens[first];
    if (!begin || (begin.kind === 'mark' && !MAY_EDGE.test(begin.text)) || begin.lower === "'s") continue;
    for (let last = first; last < Math.min(tokens.length, first + LONGEST_SPAN); last++) {
      const end = tokens[last];
      if (!end || (end.kind === 'mark' && !MAY_EDGE.test(end.text)) || NEVER_LAST.has(tags[last] ?? ''))
        continue;
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
