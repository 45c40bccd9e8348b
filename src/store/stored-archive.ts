import type { Archive, KeptVersion } from '../story/archive.ts';
import type { Slug } from '../story/article.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Another process took the number so often: something else is wrong. */
const MOST_ATTEMPTS = 20;

/** The versions of stories, in the store. */
export class StoredArchive implements Archive {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  async load(): Promise<readonly KeptVersion[]> {
    const rows = await this.#store.db
      .selectFrom('story_versions')
      .selectAll()
      .orderBy('slug')
      .orderBy('number')
      .execute();
    return rows.map(asVersion);
  }

  async record(version: Omit<KeptVersion, 'number'>): Promise<readonly KeptVersion[]> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const versions = await this.#versions(version.slug);
      if (versions.some(({ contentHash }) => contentHash === version.contentHash)) return versions;
      await this.#insert(version, (versions.at(-1)?.number ?? 0) + 1);
    }
    throw new Error(`no number could be had for a new version of ${version.slug}`);
  }

  async #versions(slug: Slug): Promise<readonly KeptVersion[]> {
    const rows = await this.#store.db
      .selectFrom('story_versions')
      .selectAll()
      .where('slug', '=', slug)
      .orderBy('number')
      .execute();
    return rows.map(asVersion);
  }

  /** Does nothing when another process was faster, with this number or with this content. */
  async #insert(
    { slug, contentHash, file, bytes, seenAt }: Omit<KeptVersion, 'number'>,
    number: number,
  ): Promise<void> {
    await this.#store.db
      .insertInto('story_versions')
      .values({ slug, number, content_hash: contentHash, file, content: bytes, seen_at: seenAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function asVersion(row: Tables['story_versions']): KeptVersion {
  const { slug, number, content_hash, file, content, seen_at } = row;
  return { slug: slug as Slug, number, contentHash: content_hash, file, bytes: content, seenAt: seen_at };
}
