import { distance, leastDistance } from '../language/edit-distance.ts';
import { contentTerms } from '../language/terms.ts';
import { tokenize } from '../language/tokens.ts';
import type { Article, Slug } from './article.ts';

/** Finds the story that a few words mean, among many: work grows with the words, not with the stories. */
export interface StoryIndex {
  put(slug: Slug, article: Article): void;
  remove(slug: Slug): void;
  /** Best first; empty when no word is known. */
  search(words: string): readonly Slug[];
}

/** A word of the title says more of what a story is about than one of its body. */
const TITLE_WEIGHT = 4;
const BODY_WEIGHT = 1;
const MOST_WORDS = 24;
/** Shorter words have too many neighbours to guess which was meant. */
const SHORTEST_MISSPELT = 5;

/** An empty index: postings by stem, weighed by how few stories have the word. */
export function createStoryIndex(): StoryIndex {
  const postings = new Map<string, Map<Slug, number>>();
  const stems = new Map<Slug, ReadonlyMap<string, number>>();

  const remove = (slug: Slug): void => {
    for (const stem of stems.get(slug)?.keys() ?? []) {
      const posting = postings.get(stem);
      posting?.delete(slug);
      if (posting?.size === 0) postings.delete(stem);
    }
    stems.delete(slug);
  };

  return {
    remove,
    put(slug, article) {
      remove(slug);
      const weights = weighStems(slug, article);
      stems.set(slug, weights);
      for (const [stem, weight] of weights) {
        const posting = postings.get(stem) ?? new Map<Slug, number>();
        postings.set(stem, posting.set(slug, weight));
      }
    },
    search(words) {
      const scores = new Map<Slug, number>();
      for (const stem of stemsOf(words).slice(0, MOST_WORDS)) {
        const known = postings.get(stem) ?? postings.get(nearestStem(stem, postings.keys()) ?? '');
        if (!known) continue;
        const rarity = Math.log(1 + stems.size / known.size);
        for (const [slug, weight] of known) scores.set(slug, (scores.get(slug) ?? 0) + weight * rarity);
      }
      return [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([slug]) => slug);
    },
  };
}

function weighStems(slug: Slug, article: Article): Map<string, number> {
  const weights = new Map<string, number>();
  for (const stem of stemsOf(article.body)) weights.set(stem, BODY_WEIGHT);
  const head = [article.title, slug.replaceAll('-', ' '), article.standfirst ?? ''].join(' ');
  for (const stem of stemsOf(head)) weights.set(stem, TITLE_WEIGHT);
  return weights;
}

function stemsOf(text: string): string[] {
  return [...new Set(contentTerms(tokenize(text)).map(({ stem }) => stem))];
}

/** The stem that one slip away from a misspelt word has; undefined when none is. */
function nearestStem(stem: string, known: Iterable<string>): string | undefined {
  if (stem.length < SHORTEST_MISSPELT || stem.length > 40) return undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - stem.length) > 1 || leastDistance(candidate, stem) > 1) continue;
    if (distance(candidate, stem) <= 1) return candidate;
  }
  return undefined;
}
