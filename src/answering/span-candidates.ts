import { kindMentions, standsTo } from './kind-mentions.ts';
import type { Match } from './match-question.ts';
import type { Unit } from './prepared.ts';
import { entry, type SpanSentence, spanSentence } from './span-sentence.ts';

/** Every stretch of a sentence that could be the short answer, with the names of what speaks for it. */
export interface SpanCandidates {
  /** What a type-bound or finer-bound name is bound to: the question's type, and its first two words. */
  readonly type: string;
  readonly fine: string;
  /** What no question changes. */
  readonly sentence: SpanSentence;
  /** Features by this question for any stretch beginning at a token, by token; and the same for its last token. */
  readonly starts: readonly SpanFeatures[];
  readonly ends: readonly SpanFeatures[];
  /** Features of a stretch as a whole. */
  featuresOf(first: number, last: number): SpanFeatures;
}

/** Names of features: those that count alike for every question, by its type, and by type and first words both. */
export interface SpanFeatures {
  readonly plain: readonly string[];
  readonly typed: readonly string[];
  readonly both: readonly string[];
}

/** All features of a stretch's first or last token, the sentence's own before those by the question. */
export function edgeFeatures(candidates: SpanCandidates, edge: 'starts' | 'ends'): readonly SpanFeatures[] {
  return candidates[edge].map(({ plain, typed, both }, i) => {
    const own = candidates.sentence[edge][i];
    return { plain, typed: [...(own?.typed ?? []), ...typed], both: [...(own?.both ?? []), ...both] };
  });
}

/** The names as the weights know them. */
export function fullNames({ type, fine }: SpanCandidates, { plain, typed, both }: SpanFeatures): string[] {
  return [
    ...plain,
    ...typed.map((name) => `${type}|${name}`),
    ...both.flatMap((name) => [`${type}|${name}`, `${fine}|${name}`]),
  ];
}

/** Lists the stretches of a sentence a question could be answered by. */
export function spanCandidates(match: Match, unit: Unit): SpanCandidates {
  const sentence = spanSentence(unit);
  const { tags, words, kinds, held } = sentence;
  const met = metTokens(match, unit);
  const { type, tokens: asked } = match.question;
  const wh = asked.findIndex((token) =>
    /^(?:who|whom|whose|what|which|when|where|why|how)$/.test(token.lower),
  );
  const fine = wh < 0 ? type : `${asked[wh]?.lower}_${asked[wh + 1]?.lower ?? ''}`;
  const bounded = (n: number): number => (n < 0 ? 9 : Math.min(6, n));
  const starts = tags.map(
    (tag, i): SpanFeatures => ({
      plain: [`sm:${met[i] ? 1 : 0}${tag}`],
      typed: [`sm-:${met[i - 1] ? 1 : 0}${entry(tags, i - 1)}`, `sl:${bounded(lastBefore(met, i))}`],
      both: [],
    }),
  );
  const ends = tags.map(
    (_, j): SpanFeatures => ({
      plain: [],
      typed: [`em+:${met[j + 1] ? 1 : 0}${entry(tags, j + 1)}`, `er:${bounded(firstAfter(met, j))}`],
      both: [],
    }),
  );
  const focus = focusTokens(match, unit);
  const mentions = kindMentions(type, unit);
  return {
    type,
    fine,
    sentence,
    starts,
    ends,
    featuresOf: (first, last) => {
      const length = last - first + 1;
      const inside = count(met, first, last);
      const both = [
        `l:${sizeOf(length)}`,
        `q:${Math.min(3, inside)}`,
        `se:${entry(tags, first)},${entry(tags, last)},${Math.min(4, length)}`,
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
