import {
  type Article,
  type Cited,
  citeSentence,
  type Paragraph,
  type Sentence,
} from '../../story/article.ts';
import type { BothSides, Changes, Passage } from './changes.ts';
import { movedNumbers } from './moved-numbers.ts';
import { pairSentences } from './pair-sentences.ts';
import { wordParts } from './word-parts.ts';

/**
 * What changed from one version of a story to another, word for word on both sides. A passage that only moved,
 * or whose quote marks, dashes or spaces are written another way, did not change. Deterministic; the time it
 * takes grows with the stories' length.
 */
export function findChanges(before: Article, after: Article): Changes {
  const { altered, added, removed } = pairSentences(told(before), told(after));
  const headline = otherHeadline(before, after);
  const corrections = after.corrections.filter((words) => !before.corrections.includes(words));
  return {
    corrections,
    ...(headline && { headline }),
    numbers: movedNumbers(altered),
    altered: altered.map((pair) => ({
      before: citeSentence(pair.before),
      after: citeSentence(pair.after),
      parts: wordParts(pair.before.text, pair.after.text),
    })),
    added: passages(added, after),
    removed: passages(removed, before),
    amount: altered.length + added.length + removed.length + (headline ? 1 : 0) + corrections.length,
  };
}

/** The standfirst's sentences and the body's: the title is compared as a whole. */
function told({ title, headline, paragraphs }: Article): readonly Sentence[] {
  return [
    ...headline.sentences.filter(({ start }) => start >= title.length),
    ...paragraphs.flatMap(({ sentences }) => sentences),
  ];
}

function otherHeadline(before: Article, after: Article): BothSides | undefined {
  if (before.title === after.title) return undefined;
  return { before: citeTitle(before), after: citeTitle(after) };
}

function citeTitle({ title }: Article): Cited {
  return { text: title, paragraph: 0, sentence: 1, start: 0, end: title.length };
}

function passages(sentences: readonly Sentence[], { headline, paragraphs }: Article): readonly Passage[] {
  const runs: Sentence[][] = [];
  for (const sentence of sentences) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last?.paragraph === sentence.paragraph && last.sentence + 1 === sentence.sentence;
    if (run && follows) run.push(sentence);
    else runs.push([sentence]);
  }
  const paragraphOf = (number: number): Paragraph | undefined =>
    number === 0 ? headline : paragraphs[number - 1];
  return runs.map((run) => ({
    sentences: run.map(citeSentence),
    whole: run.length === paragraphOf(run[0]?.paragraph ?? -1)?.sentences.length,
  }));
}
