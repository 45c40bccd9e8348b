import type { Mention } from './mentions.ts';
import { type Named, type NameType, readNames } from './read-names.ts';
import type { ReadableText } from './readable-text.ts';

/** A name where it stands. Offsets are those of its sentence's text: the body, or the headline in paragraph 0. */
export interface NameMention {
  readonly text: string;
  readonly paragraph: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly type: NameType;
  /** What else it names: a place that stands for those who sit there. */
  readonly also?: 'place' | 'organisation';
  /** The fullest form of the name the text has. */
  readonly name: string;
}

/** Every name of a text, in reading order, with its type and fullest form. Computed once per text. */
export function findNames(text: ReadableText): readonly NameMention[] {
  return readNames(text)
    .flatMap((named) => named.mentions.map((mention) => nameMention(named, mention)))
    .sort((a, b) => a.paragraph - b.paragraph || a.start - b.start);
}

function nameMention(named: Named, mention: Mention): NameMention {
  const { sentence, words, from, text } = mention;
  const start = sentence.start + (words[from]?.start ?? 0);
  return {
    text,
    paragraph: sentence.paragraph,
    sentence: sentence.sentence,
    start,
    end: start + text.length,
    type: named.type,
    ...(named.also !== undefined && { also: named.also }),
    name: named.name,
  };
}
