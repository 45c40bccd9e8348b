import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A set of words with one meaning, and where it points. Format: WordNet's wndb(5WN) manual page. */
export interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

export interface Pointer {
  /** `@` broader, `@i` instance of, `+` derived from, `\` pertains to, `&` similar, `!` opposite, `#p` part of … */
  readonly symbol: string;
  readonly target: string;
  /** Which word of this set points at which of the target's, from 1; 0 is the whole set. */
  readonly from: number;
  readonly to: number;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** Keys of a word's synsets, the commonest sense first, part of speech by part of speech. */
  readonly senses: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const FILES = [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
] as const;

/** Reads the four parts of speech of a WordNet `dict` folder. */
export function readWordNet(folder: string): WordNet {
  const synsets = new Map<string, Synset>();
  const senses = new Map<string, string[][]>();
  for (const [name, pos] of FILES) {
    for (const line of linesOf(join(folder, `data.${name}`))) {
      const fields = (line.split(' | ')[0] ?? '').split(' ');
      synsets.set(`${pos}${fields[0]}`, readSynset(fields));
    }
    for (const line of linesOf(join(folder, `index.${name}`))) {
      const fields = line.trim().split(' ');
      const offsets = fields.slice(-Number(fields[2]));
      const word = fields[0] ?? '';
      senses.set(word, [...(senses.get(word) ?? []), offsets.map((offset) => pos + offset)]);
    }
  }
  return { synsets, senses };
}

/** Licence lines at the top of each file begin with a space. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

function readSynset(fields: readonly string[]): Synset {
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, i) =>
    (fields[4 + 2 * i] ?? '').toLowerCase().replace(/\([a-z]+\)$/, ''),
  );
  const at = 4 + 2 * count;
  const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => {
    const [symbol = '', offset = '', pos = '', ends = '0000'] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i);
    return {
      symbol,
      target: (pos === 's' ? 'a' : pos) + offset,
      from: Number.parseInt(ends.slice(0, 2), 16),
      to: Number.parseInt(ends.slice(2), 16),
    };
  });
  return { words, pointers };
}
