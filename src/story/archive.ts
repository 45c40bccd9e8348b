import type { Slug } from './article.ts';
import { parseArticle } from './parse-article.ts';
import type { Version } from './story.ts';

/** A version as it is kept: the file's bytes, which are read again when somebody wants its article. */
export interface KeptVersion {
  readonly slug: Slug;
  /** Counts from 1 in the order seen, by whichever process saw it first. */
  readonly number: number;
  /** SHA-256 of the bytes, hex. */
  readonly contentHash: string;
  /** The name of the file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Epoch milliseconds. */
  readonly seenAt: number;
}

/** Keeps the versions of stories over restarts, and numbers them the same for every process. */
export interface Archive {
  /** Every version there is, of each story oldest first. */
  load(): Promise<readonly KeptVersion[]>;
  /**
   * Keeps a version that has no number yet; the same content has the number it had.
   * @returns every version of its story, oldest first
   */
  record(version: Omit<KeptVersion, 'number'>): Promise<readonly KeptVersion[]>;
}

/** A kept version as part of a story; its article is read when it is first asked for. */
export function versionOf({ slug, number, contentHash, seenAt, file, bytes }: KeptVersion): Version {
  let read: Version['article'] | undefined;
  return {
    number,
    contentHash,
    seenAt,
    get article() {
      read ??= parseArticle(bytes, { file }).article;
      if (!read)
        throw new Error(`version ${number} of ${slug} is kept in a form that cannot be read any more`);
      return read;
    },
  };
}
