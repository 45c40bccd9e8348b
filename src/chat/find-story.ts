import { contentTerms } from '../language/terms.ts';
import { tokenize } from '../language/tokens.ts';
import type { Slug } from '../story/article.ts';
import type { Story } from '../story/story.ts';

/** A headline's words say what a story is about; the body's only that it mentions them. */
const HEADLINE_WEIGHT = 3;
/** A question's words beyond this many say nothing more about which story is meant. */
const MOST_TERMS = 40;

interface Indexed {
  readonly hash: string;
  readonly stems: readonly string[];
}

/**
 * Finds which stories a question is about, by an inverted index of their words: the work grows with the
 * stories that share a word with the question, not with the archive.
 */
export class StoryFinder {
  readonly #postings = new Map<string, Map<Slug, number>>();
  readonly #indexed = new Map<Slug, Indexed>();
  #seen: readonly Story[] = [];

  /**
   * The stories that share most with the question, best first, rare words counting most.
   * @param stories all there are; indexed when the list is not the one of the last call
   */
  find(stories: readonly Story[], question: string, limit: number): readonly Slug[] {
    this.#index(stories);
    const scores = new Map<Slug, number>();
    for (const stem of stemsOf(question).slice(0, MOST_TERMS)) {
      const found = this.#postings.get(stem);
      if (!found) continue;
      const rarity = Math.log(1 + this.#indexed.size / found.size);
      for (const [slug, weight] of found) scores.set(slug, (scores.get(slug) ?? 0) + rarity * weight);
    }
    return [...scores]
      .toSorted(([slugA, a], [slugB, b]) => b - a || (slugA < slugB ? -1 : 1))
      .slice(0, limit)
      .map(([slug]) => slug);
  }

  #index(stories: readonly Story[]): void {
    if (stories === this.#seen) return;
    this.#seen = stories;
    const present = new Set(stories.map((story) => story.slug));
    for (const slug of this.#indexed.keys()) if (!present.has(slug)) this.#remove(slug);
    for (const story of stories) {
      if (this.#indexed.get(story.slug)?.hash === story.latest.contentHash) continue;
      this.#remove(story.slug);
      this.#add(story);
    }
  }

  #add({ slug, latest }: Story): void {
    const headline = new Set(stemsOf(latest.article.headline.text));
    const stems = [...new Set([...headline, ...stemsOf(latest.article.body)])];
    for (const stem of stems) {
      const posting = this.#postings.get(stem) ?? new Map<Slug, number>();
      posting.set(slug, headline.has(stem) ? HEADLINE_WEIGHT : 1);
      this.#postings.set(stem, posting);
    }
    this.#indexed.set(slug, { hash: latest.contentHash, stems });
  }

  #remove(slug: Slug): void {
    for (const stem of this.#indexed.get(slug)?.stems ?? []) {
      const posting = this.#postings.get(stem);
      posting?.delete(slug);
      if (posting?.size === 0) this.#postings.delete(stem);
    }
    this.#indexed.delete(slug);
  }
}

function stemsOf(words: string): readonly string[] {
  return contentTerms(tokenize(words.slice(0, 200_000))).map(({ stem }) => stem);
}
