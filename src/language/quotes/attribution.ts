import type { Word } from '../names/words.ts';
import { isSpeechVerb, type Placed, type Subject, subjectAfter, subjectBefore } from './subjects.ts';

/** What the words around a quote say of who speaks. */
export interface Cue {
  readonly subject: Subject | undefined;
  /** Right beside the quote, as "he said" is; a cue further off only governs the clause. */
  readonly near: boolean;
  /** Nothing but "it" or "was" stands between the verb and the quote: called it "unacceptable". */
  readonly direct?: boolean;
}

const FURTHEST_VERB = 16;

/**
 * The cue after a quote: `words` from `from` to `to` (exclusive) stand between it and the sentence's end or
 * the next quote.
 */
export function cueAfter(
  words: readonly Word[],
  from: number,
  to: number,
  placed: readonly Placed[],
): Cue | undefined {
  let i = from;
  while (i < to && /^[,.;–—-]$/.test(words[i]?.text ?? '')) i++;
  const source = accordingTo(words, i, i + 1, to, placed);
  if (source !== undefined) return { subject: source, near: true };
  if (isSpeechVerb(words, i)) {
    const subject = subjectAfter(words, i, to, placed);
    if (subject !== undefined) return { subject, near: true };
  }
  for (let verb = i + 1; verb < Math.min(to, i + FURTHEST_VERB); verb++) {
    const word = words[verb];
    if (word === undefined || /^[.;:?!]$/.test(word.text)) return undefined;
    if (isSpeechVerb(words, verb)) {
      const subject = subjectBefore(words, verb, i, placed);
      return subject === undefined ? undefined : { subject, near: true };
    }
    if (/^(?:and|but|that|which|because|when|while|as)$/.test(word.folded)) return undefined;
    if (word.pos === 'VERB' && !/ing$/.test(word.folded)) return undefined;
  }
  return undefined;
}

/** "according to X", beginning between `from` and `until`. "quoting Y" behind it names the source's source. */
function accordingTo(
  words: readonly Word[],
  from: number,
  until: number,
  to: number,
  placed: readonly Placed[],
): Subject | undefined {
  for (let i = from; i < until; i++) {
    if (words[i]?.folded !== 'according' || words[i + 1]?.folded !== 'to') continue;
    for (let k = i + 2; k < Math.min(to, i + 14); k++) {
      if (/^(?:quoting|citing)$/.test(words[k]?.folded ?? '')) {
        const quoted = furthestName(words, k, to, placed);
        if (quoted !== undefined) return quoted;
      }
    }
    return subjectAfter(words, i + 1, to, placed);
  }
  return undefined;
}

/** The last name of the phrase behind `at`, up to a comma: "quoting North Korea's main news agency KCNA,". */
function furthestName(
  words: readonly Word[],
  at: number,
  to: number,
  placed: readonly Placed[],
): Subject | undefined {
  let last: Placed | undefined;
  for (const each of placed) {
    if (each.mention.from <= at || each.mention.to > to) continue;
    const between = words.slice(at, each.mention.from);
    if (between.some((word) => word.text === ',')) break;
    last = each;
  }
  return last && { kind: 'named', named: last.named, at: last.mention.from };
}

/** The cue before a quote: `words` from `from` to `to` (exclusive) lead up to it. */
export function cueBefore(
  words: readonly Word[],
  from: number,
  to: number,
  placed: readonly Placed[],
): Cue | undefined {
  const named = inTheWordsOf(words, from, to, placed);
  if (named !== undefined) return { subject: named, near: true };
  for (let verb = to - 1; verb >= from; verb--) {
    const word = words[verb];
    if (word?.text === ';') return undefined;
    if (!isSpeechVerb(words, verb)) continue;
    const near = isNear(words, verb, to);
    const subject = subjectOf(words, verb, from, placed);
    if (subject !== undefined) return { subject, near, direct: isDirect(words, verb, to) };
    if (near && verb === from) return { subject: undefined, near };
  }
  const source = accordingTo(words, from, to, to, placed);
  if (source !== undefined) return { subject: source, near: false };
  if (words[to - 1]?.text === ':') {
    const subject = leadSubject(words, from, to, placed);
    return subject && { subject, near: true };
  }
  return undefined;
}

const BETWEEN = /^(?:it|him|her|them|this|that|as|was|is|were|had|been|he|she|they|felt)$/;

function isDirect(words: readonly Word[], verb: number, to: number): boolean {
  return words.slice(verb + 1, to).every((word) => BETWEEN.test(word.folded));
}

/** Whether nothing but a listener or a comma stands between the verb and the quote. */
function isNear(words: readonly Word[], verb: number, to: number): boolean {
  if (to - verb <= 3) return true;
  return /^[,:]$/.test(words[to - 1]?.text ?? '') || /^(?:that)$/.test(words[to - 1]?.folded ?? '');
}

function subjectOf(
  words: readonly Word[],
  verb: number,
  from: number,
  placed: readonly Placed[],
): Subject | undefined {
  const participle = /ing$/.test(words[verb]?.folded ?? '') && words[verb - 1]?.pos !== 'AUX';
  if (!participle) {
    const subject = subjectBefore(words, verb, from, placed);
    if (subject !== undefined) return subject;
    // "X visited Y and said": the clause before it has the subject.
    return /^(?:and|but|then|also)$/.test(words[verb - 1]?.folded ?? '')
      ? leadSubject(words, from, verb, placed)
      : undefined;
  }
  for (let i = verb - 1; i > from; i--) {
    if (isSpeechVerb(words, i) && !/ing$/.test(words[i]?.folded ?? '')) {
      const subject = subjectBefore(words, i, from, placed);
      if (subject !== undefined) return subject;
    }
  }
  return leadSubject(words, from, verb, placed);
}

/** The subject of the sentence's first finite verb, as far as names tell: the first name no preposition governs. */
function leadSubject(
  words: readonly Word[],
  from: number,
  to: number,
  placed: readonly Placed[],
): Subject | undefined {
  const acting = placed.find(({ mention }) => {
    const verb = words[mention.to];
    return mention.from >= from && mention.to < to && verb?.pos === 'VERB' && !/ing$/.test(verb.folded);
  });
  const until = acting?.mention.from ?? to;
  const pronoun = words.findIndex((word, i) => i >= from && i < until && /^(?:he|she)$/.test(word.folded));
  if (acting !== undefined && pronoun < 0)
    return { kind: 'named', named: acting.named, at: acting.mention.from };
  for (let i = from; i < to; i++) {
    const word = words[i];
    const here = placed.find(({ mention }) => mention.from === i);
    if (here !== undefined && here.mention.to <= to) {
      const before = words[(here.mention.title ?? i) - 1];
      const owner = /^['’]s?$/.test(words[here.mention.to]?.text ?? '');
      const governed =
        before?.pos === 'ADP' ||
        (/^(?:the|a|an)$/.test(before?.folded ?? '') && words[(here.mention.title ?? i) - 2]?.pos === 'ADP');
      const modifier =
        here.named.type !== 'person' && /^(?:NOUN|PROPN|ADJ)$/.test(words[here.mention.to]?.pos ?? '');
      if (!owner && !governed && !modifier) return { kind: 'named', named: here.named, at: i };
    }
    if (word !== undefined && /^(?:he|she|it)$/.test(word.folded))
      return { kind: 'pronoun', word: word.folded, at: i };
  }
  return undefined;
}

/** "in the words of the Crown prosecutor, Mark Tedeschi, QC," */
function inTheWordsOf(
  words: readonly Word[],
  from: number,
  to: number,
  placed: readonly Placed[],
): Subject | undefined {
  for (let i = to - 1; i >= from + 1; i--) {
    if (words[i]?.folded !== 'words' || words[i + 1]?.folded !== 'of' || to - i > 16) continue;
    const people = placed.filter(
      ({ mention, named }) => mention.from > i && mention.to <= to && named.type === 'person',
    );
    const speaker = people[0] ?? placed.find(({ mention }) => mention.from > i && mention.to <= to);
    if (speaker !== undefined) return { kind: 'named', named: speaker.named, at: speaker.mention.from };
  }
  return undefined;
}
