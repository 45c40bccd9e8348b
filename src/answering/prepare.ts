import { findConcepts } from '../language/concepts.ts';
import { contentTerms, stemOf } from '../language/terms.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { type Article, type Sentence, sentencesOf } from '../story/article.ts';
import { readClues } from './clues.ts';
import type { Prepared, ReadUnit, Unit } from './prepared.ts';
import { readRoles, readStoryNames } from './story-names.ts';
import { sumVector, unitVector } from './vector-sum.ts';
import { type Vocabulary, VocabularyBuilder } from './vocabulary.ts';

/** Reads a story's sentences once, so that each question is only a look-up. */
export function prepare(article: Article): Prepared {
  const builder = new VocabularyBuilder();
  const read = sentencesOf(article).map((sentence, index) => readUnit(sentence, index, builder));
  const vocabulary = builder.build();
  const names = readStoryNames(article, read, vocabulary);
  const units = read.map((unit): Unit => {
    const sum = sumOfWords(unit.counts.keys(), vocabulary);
    return { ...names(unit), ...unit, sum, vector: unitVector(sum) };
  });
  const paragraphs: [number, number][] = [];
  for (const { index, sentence } of units) {
    const known = paragraphs[sentence.paragraph];
    if (known) known[1] = index;
    else paragraphs[sentence.paragraph] = [index, index];
  }
  const total = units.reduce((sum, unit) => sum + unit.words.length, 0);
  return {
    article,
    units,
    vocabulary,
    paragraphs,
    byRole: readRoles(article, vocabulary),
    byConcept: readConcepts(read),
    meanLength: total / Math.max(1, units.length),
  };
}

function readConcepts(units: readonly ReadUnit[]): ReadonlyMap<number, readonly number[]> {
  const byConcept = new Map<number, number[]>();
  for (const { index, tokens } of units)
    for (const { concept } of findConcepts(tokens.map(stemOf))) {
      const list = byConcept.get(concept);
      if (!list) byConcept.set(concept, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
  return byConcept;
}

function sumOfWords(ids: Iterable<number>, { words }: Vocabulary): Float32Array | undefined {
  return sumVector([...ids].map((id) => ({ weight: words[id]?.weight ?? 0, ownVector: words[id]?.vector })));
}

function readUnit(sentence: Sentence, index: number, builder: VocabularyBuilder): ReadUnit {
  const tokens = tokenize(sentence.text);
  const words: number[] = [];
  const places: number[] = [];
  const counts = new Map<number, number>();
  for (const term of contentTerms(tokens)) {
    const id = builder.add(
      term.stem,
      term.lower,
      index,
      isNamed(tokens, term.index, sentence.paragraph === 0),
    );
    words.push(id);
    places.push(term.index);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { index, sentence, tokens, words, places, counts, clues: readClues(sentence.text, tokens) };
}

/** Capitalised inside a sentence; undefined where a capital (or its want, in a title) tells nothing. */
function isNamed(tokens: readonly Token[], at: number, headline: boolean): boolean | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const capital = token.text[0] !== token.lower[0];
  if (!capital) return false;
  const first = tokens.slice(0, at).every((before) => before.kind === 'mark');
  return first || headline || /^["“'‘:.]$/.test(tokens[at - 1]?.text ?? '') ? undefined : true;
}
