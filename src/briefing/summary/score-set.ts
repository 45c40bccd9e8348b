import { FEATURES, type Feature, type Profile, type Profiles } from './profile.ts';

/** What a choice of sentences is judged by as a whole. */
export const SET_FEATURES = ['coverage', 'redundancy', 'spread', 'words'] as const;
export type SetFeature = (typeof SET_FEATURES)[number];

/** How much each feature counts; see `bench/train-summary.ts` for where they come from. */
export interface Weights {
  readonly sentence: Readonly<Record<Feature, number>>;
  readonly set: Readonly<Record<SetFeature, number>>;
}

/** The worth of a sentence by itself. */
export function scoreSentence({ features }: Profile, weights: Weights): number {
  let score = 0;
  for (const feature of FEATURES) score += weights.sentence[feature] * features[feature];
  return score;
}

/** The set's own features: what its sentences cover together, repeat, and how far they reach. */
export function setFeatures(
  chosen: readonly Profile[],
  story: Profiles,
): Readonly<Record<SetFeature, number>> {
  let redundancy = 0;
  for (const [i, a] of chosen.entries())
    for (const b of chosen.slice(i + 1)) redundancy = Math.max(redundancy, similarity(a, b));
  const last = chosen.at(-1)?.index ?? 0;
  const reach = Math.max(1, story.sentences.length - 1);
  let words = 0;
  for (const { sentence } of chosen) words += sentence.text.split(' ').length;
  return {
    coverage: coverage(chosen, story),
    redundancy,
    spread: (last - (chosen[0]?.index ?? 0)) / reach,
    words: Math.min(words / 40 / Math.max(1, chosen.length), 1.5),
  };
}

/** The worth of sentences told together, in story order. */
export function scoreSet(chosen: readonly Profile[], story: Profiles, weights: Weights): number {
  let score = 0;
  for (const sentence of chosen) score += scoreSentence(sentence, weights);
  const features = setFeatures(chosen, story);
  for (const feature of SET_FEATURES) score += weights.set[feature] * features[feature];
  return score;
}

/** How much two sentences say the same: the cosine of their sets of content stems. */
export function similarity(a: Profile, b: Profile): number {
  const [fewer, more] = a.terms.size < b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  if (fewer.size === 0) return 0;
  let shared = 0;
  for (const term of fewer) if (more.has(term)) shared++;
  return shared / Math.sqrt(fewer.size * more.size);
}

function coverage(chosen: readonly Profile[], { weights, weight }: Profiles): number {
  let covered = 0;
  const seen = new Set<string>();
  for (const { terms } of chosen) {
    for (const term of terms) {
      if (seen.has(term)) continue;
      seen.add(term);
      covered += weights.get(term) ?? 0;
    }
  }
  return weight > 0 ? covered / weight : 0;
}
