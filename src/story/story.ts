import type { Article, Slug } from './article.ts';

/** What people follow. The newest version is what we brief on. */
export interface Story {
  readonly slug: Slug;
  readonly title: string;
  readonly latest: Version;
}

/** One state of a story's file. */
export interface Version {
  /** Counts from 1 in the order seen. */
  readonly number: number;
  /** SHA-256 of the raw text, hex: the same content is the same version. */
  readonly contentHash: string;
  /** Epoch milliseconds when this content was first seen. */
  readonly seenAt: number;
  readonly article: Article;
}
