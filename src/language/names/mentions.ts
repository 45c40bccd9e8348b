import { chunksOf, isInitial } from './chunks.ts';
import { isCommonWord, isDemonym, placeKindOf } from './gazetteer.ts';
import { type ReadableSentence, type ReadableText, readableSentences } from './readable-text.ts';
import { splitChunk } from './split-chunk.ts';
import { type Word, wordsOf } from './words.ts';

/** A run of words that may be a name, where it stands. `from`, `to` index its sentence's words. */
export interface Mention {
  readonly sentence: ReadableSentence;
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
  /** Where the title before it begins, when it has one: "President" of "President Biden". */
  readonly title?: number;
  readonly text: string;
  /** Folded words, as names are compared. */
  readonly folded: readonly string[];
  readonly key: string;
  /** Its only capital may be that of a sentence's beginning. */
  readonly weak: boolean;
}

const cache = new WeakMap<object, readonly Word[]>();

/** The words of a sentence, read once. */
export function sentenceWords(sentence: ReadableSentence): readonly Word[] {
  let words = cache.get(sentence);
  if (words === undefined) {
    words = wordsOf(sentence);
    cache.set(sentence, words);
  }
  return words;
}

/** Every run of words of a text that may be a name, in order; everyday words with a sentence's capital left out. */
export function mentionsOf(text: ReadableText): readonly Mention[] {
  const found = readableSentences(text).flatMap((sentence) => mentionsIn(sentence));
  const firm = new Set(
    found.filter((mention) => !mention.weak && !isTitleCase(mention.sentence)).map((mention) => mention.key),
  );
  return found.filter((mention) => !mention.weak || firm.has(mention.key));
}

function mentionsIn(sentence: ReadableSentence): Mention[] {
  const words = sentenceWords(sentence);
  const mentions: Mention[] = [];
  for (const chunk of chunksOf(words)) {
    let title: number | undefined;
    for (const part of splitChunk(words, chunk.from, chunk.to)) {
      if (part.kind === 'title') {
        title ??= part.from;
        continue;
      }
      const within = part.kind === 'within';
      mentions.push(mentionFrom(sentence, words, part.from, part.to, within ? undefined : title, chunk.weak));
      if (!within) title = undefined;
    }
  }
  for (const government of governmentsIn(sentence, words)) mentions.push(government);
  return mentions.filter(({ folded }) => !isPeopleName(folded));
}

/** "Belgians", "East Germans", "South Korean"; and a lone initial. */
function isPeopleName(folded: readonly string[]): boolean {
  const last = folded.at(-1) ?? '';
  if (folded.length === 1 && /^\p{L}\.?$|^[rdi]-[a-z]/u.test(last)) return true;
  const rest = folded.slice(0, -1);
  return (
    isDemonym(last) &&
    rest.every(
      (word) =>
        isDemonym(word) ||
        /^(?:east|west|north|south|central|northern|southern|eastern|western|pan)$/.test(word),
    )
  );
}

/** "the New Zealand government", "Afghan government": an organisation though its noun has no capital. */
function governmentsIn(sentence: ReadableSentence, words: readonly Word[]): Mention[] {
  return words.flatMap((word, i) => {
    if (word.folded !== 'government') return [];
    for (const length of [3, 2, 1]) {
      const whose = words.slice(Math.max(0, i - length), i).map((each) => each.folded);
      const name = whose.join(' ');
      if (
        whose.length === length &&
        (placeKindOf(name) === 'country' || isDemonym(name)) &&
        words[i - length]?.capital
      ) {
        return [mentionFrom(sentence, words, i - length, i + 1, undefined, false)];
      }
    }
    return [];
  });
}

/** Honours behind a name, which are no part of it. */
const LETTERS = /^(?:QC|KC|SC|MP|MEP|MSP|TD|OBE|MBE|CBE|MD|PhD|M\.D\.|Ph\.D\.)$/;

function mentionFrom(
  sentence: ReadableSentence,
  words: readonly Word[],
  from: number,
  to: number,
  title: number | undefined,
  weak: boolean,
): Mention {
  while (to - from > 1 && LETTERS.test(words[to - 1]?.text ?? '')) to--;
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  const folded = words.slice(from, to).map((word) => word.folded);
  return {
    sentence,
    words,
    from,
    to,
    ...(title !== undefined && { title }),
    text: sentence.text.slice(start, end),
    folded,
    key: folded.join(' '),
    weak: weak || (isInitial(words, from) && to - from === 1 && isCommonWord(folded[0] ?? '')),
  };
}

/** Whether most words of a headline have capitals, so that a capital says nothing. */
export function isTitleCase(sentence: ReadableSentence): boolean {
  if (sentence.paragraph > 0) return false;
  const words = sentenceWords(sentence).filter((word) => /^\p{L}{4,}/u.test(word.text));
  const capitals = words.filter((word) => word.capital).length;
  return words.length > 3 && capitals > 0.75 * words.length;
}
