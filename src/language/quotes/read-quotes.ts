import { sentenceWords } from '../names/mentions.ts';
import { type Named, readNames } from '../names/read-names.ts';
import type { ReadableSentence, ReadableText } from '../names/readable-text.ts';
import type { Word } from '../names/words.ts';
import { type Cue, cueAfter, cueBefore } from './attribution.ts';
import { attributeBackwards, continueFrom, opensSentence } from './continuation.ts';
import { isSpoken } from './is-spoken.ts';
import { type QuotedSpan, quotedSpans } from './quoted-spans.ts';
import type { Attributed, Reading } from './reading.ts';
import { type Before, resolveSubject } from './resolve-subject.ts';
import type { Placed } from './subjects.ts';

/** Somebody's words between quote marks. */
export interface SpokenQuote {
  readonly span: QuotedSpan;
  /** The sentence it begins in. */
  readonly sentence: ReadableSentence;
  /** Undefined when the text gives no speaker, or none we could trust. */
  readonly speaker: Named | undefined;
}

const cache = new WeakMap<object, readonly SpokenQuote[]>();

/** What a text quotes somebody as saying, in order; titles and words merely marked as odd are left out. */
export function readQuotes(text: ReadableText): readonly SpokenQuote[] {
  let quotes = cache.get(text);
  if (quotes === undefined) {
    quotes = attribute(text);
    cache.set(text, quotes);
  }
  return quotes;
}

function attribute(text: ReadableText): readonly SpokenQuote[] {
  const reading = prepare(text);
  const found: Attributed[] = [];
  let lastSpeaker: Named | undefined;
  reading.spans.forEach((span, i) => {
    const attributed = attributeOne(reading, span, i, found, lastSpeaker);
    if (attributed === undefined) return;
    found.push(attributed);
    if (attributed.speaker !== undefined) lastSpeaker = attributed.speaker;
  });
  attributeBackwards(reading, found);
  return found
    .filter((each) => isSpoken(text, each))
    .map(({ span, first, speaker }) => ({ span, sentence: first, speaker }));
}

function prepare(text: ReadableText): Reading {
  const sentences = text.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const placed = new Map<ReadableSentence, Placed[]>();
  const names = readNames(text);
  for (const named of names) {
    for (const mention of named.mentions) {
      const list = placed.get(mention.sentence);
      if (list === undefined) placed.set(mention.sentence, [{ named, mention }]);
      else list.push({ named, mention });
    }
  }
  for (const list of placed.values()) list.sort((a, b) => a.mention.from - b.mention.from);
  return {
    text,
    sentences,
    spans: quotedSpans(text),
    placed,
    people: names.filter(({ type }) => type === 'person'),
  };
}

function attributeOne(
  reading: Reading,
  span: QuotedSpan,
  index: number,
  found: readonly Attributed[],
  lastSpeaker: Named | undefined,
): Attributed | undefined {
  const first = reading.sentences.find(
    (sentence) => sentence.start <= span.start && span.start < sentence.end,
  );
  const last =
    reading.sentences.find((sentence) => sentence.start < span.end && span.end <= sentence.end) ?? first;
  if (first === undefined || last === undefined) return undefined;
  const cue = cueOf(reading, span, index, first, last);
  const before = contextFor(reading, cue?.after ? last : first, lastSpeaker);
  const speaker = cue?.cue.subject === undefined ? undefined : resolveSubject(cue.cue.subject, before);
  const attributed: Attributed = { span, first, last, cue: cue?.cue, speaker, continued: false };
  if (cue === undefined) continueFrom(reading, attributed, found.at(-1));
  if (attributed.cue === undefined && attributed.speaker === undefined)
    leadIn(reading, attributed, lastSpeaker);
  return attributed;
}

function contextFor(reading: Reading, sentence: ReadableSentence, lastSpeaker: Named | undefined): Before {
  return {
    sentence,
    sentences: reading.sentences,
    namesIn: (other) => reading.placed.get(other) ?? [],
    inQuote: (offset) => reading.spans.some((span) => span.outerStart <= offset && offset < span.outerEnd),
    lastSpeaker,
    people: reading.people,
  };
}

/** The cue in the quote's own sentences. A quote that begins its sentence is mostly explained after it. */
function cueOf(
  reading: Reading,
  span: QuotedSpan,
  index: number,
  first: ReadableSentence,
  last: ReadableSentence,
): { cue: Cue; after: boolean } | undefined {
  const previous = reading.spans[index - 1];
  const next = reading.spans[index + 1];
  const lead = range(first, Math.max(first.start, previous?.outerEnd ?? 0), span.outerStart);
  const tail = range(last, span.outerEnd, Math.min(last.end, next?.outerStart ?? last.end));
  const before = () => {
    const cue =
      lead.to > lead.from
        ? cueBefore(lead.words, lead.from, lead.to, reading.placed.get(first) ?? [])
        : undefined;
    return cue && { cue, after: false };
  };
  const after = () => {
    const stops =
      /[,.?!…–—]$/.test(reading.text.body.slice(span.start, span.end)) || tail.words[tail.from]?.text === ',';
    if (!stops && lead.to > lead.from) return undefined;
    const cue =
      tail.to > tail.from
        ? cueAfter(tail.words, tail.from, tail.to, reading.placed.get(last) ?? [])
        : undefined;
    return cue && { cue, after: true };
  };
  return opens(reading, first, lead, previous) ? (after() ?? before()) : (before() ?? after());
}

/** Whether nothing but marks stands before the quote in its sentence. */
function opens(
  reading: Reading,
  first: ReadableSentence,
  lead: Range,
  previous: QuotedSpan | undefined,
): boolean {
  if (previous !== undefined && previous.outerEnd > first.start && lead.to > lead.from) return false;
  return (
    lead.words.slice(lead.from, lead.to).every((word) => !/[\p{L}\p{N}]/u.test(word.text)) &&
    reading.text !== undefined
  );
}

interface Range {
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
}

/** The words of a sentence between two offsets of the body. */
function range(sentence: ReadableSentence, start: number, end: number): Range {
  const words = sentenceWords(sentence);
  let from = words.findIndex((word) => sentence.start + word.start >= start);
  if (from < 0) from = words.length;
  let to = from;
  while (to < words.length && sentence.start + (words[to]?.end ?? 0) <= end) to++;
  return { words, from, to };
}

/** The sentence before leads in: it ends with a colon, or names one speaker with a verb of speech. */
function leadIn(reading: Reading, here: Attributed, lastSpeaker: Named | undefined): void {
  if (!opensSentence(here)) return;
  const position = reading.sentences.indexOf(here.first);
  const lead = reading.sentences[position - 1];
  if (lead === undefined || here.first.paragraph - lead.paragraph > 1) return;
  const colon = /:\s*$/.test(lead.text);
  if (!colon && lead.paragraph !== here.first.paragraph) return;
  const words = sentenceWords(lead);
  const cue = cueBefore(words, 0, words.length, reading.placed.get(lead) ?? []);
  if (cue?.subject === undefined || (!colon && cue.subject.kind !== 'named')) return;
  here.speaker = resolveSubject(cue.subject, contextFor(reading, lead, lastSpeaker));
  here.continued = true;
}
