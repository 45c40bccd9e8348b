import { readDates } from '../../language/dates.ts';
import { readNumbers } from '../../language/numbers.ts';
import { quotedSpans } from '../../language/quotes/quoted-spans.ts';
import { contentTerms } from '../../language/terms.ts';
import { tokenize } from '../../language/tokens.ts';
import type { Article, Sentence } from '../../story/article.ts';
import { leansBack, looksElsewhere } from './leans-back.ts';

/** What a sentence is judged by. Every feature lies in 0…1. */
export const FEATURES = [
  'first',
  'early',
  'paragraphLead',
  'late',
  'brief',
  'length',
  'overlong',
  'centrality',
  'title',
  'numbers',
  'dates',
  'names',
  'quoted',
  'statement',
  'personal',
  'parenthesis',
  'leansBack',
  'looksElsewhere',
  'continues',
  'background',
] as const;
export type Feature = (typeof FEATURES)[number];
export type Features = Readonly<Record<Feature, number>>;

/** A sentence of the body as the summary sees it. */
export interface Profile {
  readonly sentence: Sentence;
  /** Its place among the body's sentences, from 0. */
  readonly index: number;
  /** Fit to be told at all: whole, a statement, not cut out of a quote. */
  readonly fit: boolean;
  readonly leansBack: boolean;
  readonly terms: ReadonlySet<string>;
  readonly features: Features;
}

/** A story's sentences with what the summary judges them by. */
export interface Profiles {
  readonly sentences: readonly Profile[];
  /** How much of the story a term carries: grows with the number of sentences that use it. */
  readonly weights: ReadonlyMap<string, number>;
  /** The sum of those weights. */
  readonly weight: number;
}

const SPEECH =
  /\b(?:said|says|told|added|stated|wrote|commented|explained|according to|tweeted|argued|claimed|noted|believes?)\b/i;
const FIRST_PERSON = /\b(?:I|I['’]m|my|me|we|our|us|you|your)\b/;
/** The sentence adds to another. */
const CONTINUES = /\b(?:also|too|again|another|as well|therefore|however|adds|added)\b/i;
/** What something is in general, rather than what happened. */
const DEFINITION =
  /\b(?:is|are) (?:a|an|the|one of|mainly|usually|often|known|considered)\b|\b(?:every year|each year|since \d{4}|founded|was born|has long|historically)\b/i;

/** Reads an article's body for summarising. Linear in its length. */
export function profile(article: Article): Profiles {
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const termsOf = sentences.map(({ text }) => stems(text));
  const weights = termWeights(termsOf);
  const central = termsOf.map((terms) => centralityOf(terms, weights));
  const mostCentral = Math.max(...central, Number.EPSILON);
  const title = stems(article.title);
  const quotes = quotedShares(article, sentences);
  const profiles = sentences.map((sentence, index): Profile => {
    const terms = termsOf[index] ?? new Set<string>();
    const { share: quoted, cut } = quotes[index] ?? { share: 0, cut: false };
    const features: Features = {
      ...placeOf(sentence, index),
      ...shapeOf(sentence.text, quoted, index === 0),
      centrality: (central[index] ?? 0) / mostCentral,
      title: overlap(title, terms),
      numbers: tellingNumbers(sentence),
      dates: readDates(sentence, article.published?.date).length > 0 ? 1 : 0,
      quoted,
    };
    const fit = isFit(sentence, cut, quoted);
    return { sentence, index, fit, leansBack: features.leansBack === 1, terms, features };
  });
  const weight = [...weights.values()].reduce((sum, one) => sum + one, 0);
  return { sentences: profiles, weights, weight };
}

/** Where it stands. */
function placeOf(
  { sentence }: Sentence,
  index: number,
): Pick<Features, 'first' | 'early' | 'paragraphLead' | 'late'> {
  return {
    first: index === 0 ? 1 : 0,
    early: 1 / (1 + index),
    paragraphLead: sentence === 1 ? 1 : 0,
    // Not by its share of the story: the end of a short story still matters, that of a long one is colour.
    late: Math.min(index / 30, 1),
  };
}

type Shape =
  | 'brief'
  | 'length'
  | 'overlong'
  | 'names'
  | 'statement'
  | 'personal'
  | 'parenthesis'
  | 'leansBack'
  | 'looksElsewhere'
  | 'continues'
  | 'background';

/** How it is built. Nothing stands before the story's first sentence that it could lean on. */
function shapeOf(text: string, quoted: number, isFirst: boolean): Pick<Features, Shape> {
  const words = text.split(/\s+/).length;
  const outside = quoted > 0 ? withoutQuotes(text) : text;
  const is = (pattern: RegExp): number => (pattern.test(outside) ? 1 : 0);
  return {
    brief: words < 10 ? 1 : 0,
    length: Math.min(words, 30) / 30,
    overlong: Math.min(Math.max(0, words - 40) / 20, 1),
    names: Math.min(namesIn(text), 4) / 4,
    statement: is(SPEECH),
    personal: is(FIRST_PERSON),
    parenthesis: /[([]/.test(text) ? 1 : 0,
    leansBack: !isFirst && leansBack(text) ? 1 : 0,
    looksElsewhere: !isFirst && looksElsewhere(outside) ? 1 : 0,
    continues: is(CONTINUES),
    background: is(DEFINITION),
  };
}

/** Sums, shares, scores and counts tell a story's size; how old and how long tell less. */
function tellingNumbers(sentence: Sentence): number {
  let sum = 0;
  for (const { kind } of readNumbers(sentence)) sum += kind === 'age' ? 0 : kind === 'measure' ? 0.5 : 1;
  return Math.min(sum, 2) / 2;
}

/** The content stems of a text. */
function stems(text: string): ReadonlySet<string> {
  return new Set(contentTerms(tokenize(text)).map((term) => term.stem));
}

function termWeights(termsOf: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const terms of termsOf) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, count < 2 ? 0 : Math.log2(count)]));
}

/** How much of what the story keeps coming back to a sentence holds, whatever its length. */
function centralityOf(terms: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const term of terms) sum += weights.get(term) ?? 0;
  return sum / Math.sqrt(terms.size + 4);
}

function overlap(of: ReadonlySet<string>, within: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let shared = 0;
  for (const term of of) if (within.has(term)) shared++;
  return shared / of.size;
}

/** Capitalised words beyond the first; a name of several words counts once. */
function namesIn(text: string): number {
  return text.slice(1).match(/(?<![.!?]["”’]? )\b\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*/gu)?.length ?? 0;
}

function withoutQuotes(text: string): string {
  return text.replace(/["“][^"“”]*["”]/g, ' ');
}

/** Fewer words make a heading or a fragment. */
const FEWEST_WORDS = 5;

function isFit({ text, damaged }: Sentence, cut: boolean, quoted: number): boolean {
  if (damaged || cut || quoted > 0.95 || text.split(/\s+/).length < FEWEST_WORDS) return false;
  return /[.!][)\]"'”’»]*$/.test(text) && !/^[^.!?]*\?/.test(text) && !/\.\.\.|…["”’]?$/.test(text);
}

/** Of each sentence, the share inside quote marks, and whether a quote is cut by its beginning or end. */
function quotedShares(
  article: Article,
  sentences: readonly Sentence[],
): readonly { share: number; cut: boolean }[] {
  const spans = quotedSpans(article);
  let from = 0;
  return sentences.map(({ start, end }) => {
    while (from < spans.length && (spans[from]?.outerEnd ?? 0) <= start) from++;
    let inside = 0;
    let cut = false;
    for (let i = from; i < spans.length; i++) {
      const span = spans[i];
      if (span === undefined || span.outerStart >= end) break;
      inside += Math.min(end, span.outerEnd) - Math.max(start, span.outerStart);
      if (span.outerStart < start || span.outerEnd > end) cut = true;
    }
    return { share: end > start ? inside / (end - start) : 0, cut };
  });
}
