import { type Article, type Cited, citeSentence } from '../../story/article.ts';
import type { Depth } from '../brief.ts';
import { type Profile, type Profiles, profile } from './profile.ts';
import { scoreSentence, scoreSet, similarity, type Weights } from './score-set.ts';
import shipped from './summary.weights.json' with { type: 'json' };

/** Sets of three are tried among no more than this many sentences: 220 sets. */
const CANDIDATES = 12;
/** However long the story: more is no brief. */
const MOST = 60;
/** Two sentences that share this much say the same. */
const REPEATS = 0.65;

const profiles = new WeakMap<Article, Profiles>();

/**
 * The summary of an article at a depth: whole sentences of the body, undamaged, in story order, none twice.
 * `line` is one sentence, `short` three, `full` about a quarter of the body's, from four to sixty; fewer when
 * the story has no more that can stand. A sentence that opens on something said before it is told only
 * right after the sentence before it. Chosen as a set by a linear function of what the sentences are and
 * what they do together.
 */
export function summarise(
  article: Article,
  depth: Depth,
  weights: Weights = shipped.weights,
): readonly Cited[] {
  let story = profiles.get(article);
  if (story === undefined) {
    story = profile(article);
    profiles.set(article, story);
  }
  return choose(story, depth, weights).map(({ sentence }) => citeSentence(sentence));
}

/** The sentences of that summary. */
function choose(story: Profiles, depth: Depth, weights: Weights): readonly Profile[] {
  const best = bestSet(depth === 'line' ? 1 : 3, story, weights);
  if (best.length === 0) return lastResort(story);
  if (depth === 'line') return best;
  const whole = story.sentences.filter(({ sentence }) => !sentence.damaged).length;
  const size = depth === 'short' ? 3 : Math.min(Math.max(4, Math.round(whole / 4)), MOST);
  return best.length < size ? extend(best, size, story, weights) : best;
}

/** Of a story without one fit sentence (a list, a page of quotes), the first whole one. */
function lastResort({ sentences }: Profiles): readonly Profile[] {
  const whole = sentences.filter(({ sentence }) => !sentence.damaged);
  const first = whole.find((sentence) => !sentence.leansBack) ?? whole[0];
  return first === undefined ? [] : [first];
}

/** Every coherent set of that many among a story's best sentences. */
export function coherentSets(
  story: Profiles,
  size: number,
  weights: Weights,
): readonly (readonly Profile[])[] {
  return [...subsets(bestCandidates(story, weights), size)].filter(isCoherent);
}

/** The best sentences by themselves, in story order. */
function bestCandidates({ sentences }: Profiles, weights: Weights): readonly Profile[] {
  return sentences
    .filter((sentence) => sentence.fit)
    .map((sentence) => ({ sentence, score: scoreSentence(sentence, weights) }))
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index)
    .slice(0, CANDIDATES)
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.index - b.index);
}

/** The best coherent set of `size` sentences, or the best smaller one when there is none. */
function bestSet(size: number, story: Profiles, weights: Weights): readonly Profile[] {
  for (let count = size; count > 0; count--) {
    let best: readonly Profile[] = [];
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const set of coherentSets(story, count, weights)) {
      const score = scoreSet(set, story, weights);
      if (score > bestScore) [best, bestScore] = [set, score];
    }
    if (best.length > 0) return best;
  }
  return [];
}

function* subsets(candidates: readonly Profile[], size: number, from = 0): Generator<readonly Profile[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= candidates.length - size; i++) {
    const first = candidates[i];
    if (first === undefined) return;
    for (const rest of subsets(candidates, size - 1, i + 1)) yield [first, ...rest];
  }
}

/** No sentence leans on one that is not told right before it, and none repeats another. */
function isCoherent(set: readonly Profile[]): boolean {
  return set.every((sentence, i) => {
    if (sentence.leansBack && set[i - 1]?.index !== sentence.index - 1) return false;
    return set.slice(i + 1).every((other) => similarity(sentence, other) < REPEATS);
  });
}

/** Adds the sentence that brings most, until so many are told or none is left that may be. */
function extend(
  from: readonly Profile[],
  size: number,
  story: Profiles,
  weights: Weights,
): readonly Profile[] {
  const chosen = new Map(from.map((sentence) => [sentence.index, sentence]));
  const told = new Set<string>(from.flatMap(({ terms }) => [...terms]));
  const left = story.sentences
    .filter((sentence) => sentence.fit && !chosen.has(sentence.index))
    .map((sentence) => ({
      sentence,
      score: scoreSentence(sentence, weights),
      closest: closestOf(sentence, from),
    }));
  while (chosen.size < size) {
    let best: (typeof left)[number] | undefined;
    let bestGain = Number.NEGATIVE_INFINITY;
    for (const option of left) {
      const { sentence } = option;
      if (chosen.has(sentence.index) || option.closest >= REPEATS) continue;
      if (sentence.leansBack && !chosen.has(sentence.index - 1)) continue;
      const gain =
        option.score +
        weights.set.coverage * newWeight(sentence, told, story) +
        weights.set.redundancy * option.closest;
      if (gain > bestGain) [best, bestGain] = [option, gain];
    }
    if (best === undefined) break;
    const { sentence } = best;
    chosen.set(sentence.index, sentence);
    for (const term of sentence.terms) told.add(term);
    for (const option of left)
      option.closest = Math.max(option.closest, similarity(option.sentence, sentence));
  }
  return [...chosen.values()].sort((a, b) => a.index - b.index);
}

function closestOf(sentence: Profile, chosen: readonly Profile[]): number {
  return chosen.reduce((most, other) => Math.max(most, similarity(sentence, other)), 0);
}

/** The share of the story's term weight a sentence brings that is not told yet. */
function newWeight(sentence: Profile, told: ReadonlySet<string>, { weights, weight }: Profiles): number {
  let fresh = 0;
  for (const term of sentence.terms) if (!told.has(term)) fresh += weights.get(term) ?? 0;
  return weight > 0 ? fresh / weight : 0;
}
