import { join } from 'node:path';
import { type Archive, type KeptVersion, versionOf } from './archive.ts';
import type { Problem, Slug } from './article.ts';
import { fault } from './problem.ts';
import { parseSlug } from './slug.ts';
import type { Story, Version } from './story.ts';
import { type FolderState, readFolder, type StoryFile } from './story-files.ts';
import { createStoryIndex } from './story-index.ts';

/** The stories of a folder, each with the versions seen since it was opened, or ever where they are kept. */
export interface Library {
  /** Newest first: by the publication date, then by title. */
  all(): readonly Story[];
  get(slug: Slug): Story | undefined;
  /** The story of this slug, or else the one its words mean most likely. */
  find(words: string): Story | undefined;
  /** The stories that some words mean, best first. */
  search(words: string): readonly Story[];
  /** Every version of a story seen, oldest first. */
  versions(slug: Slug): readonly Version[];
  /** What is wrong with the files as they are now. */
  problems(): readonly Problem[];
  /**
   * Reads what changed on disk; true when a story came, went or has a new version. Not where versions are kept:
   * there only watching does.
   */
  refresh(): boolean;
  /**
   * Keeps versions from now on, and takes up those that are kept: before anybody is told a version's number.
   * @throws what the archive throws
   */
  keepIn(archive: Archive): Promise<void>;
  /** Stops watching. */
  close(): void;
}

export interface LibraryOptions {
  /** Looks at the folder every so often; a look costs a `stat` per file. 0: only when `refresh` is called. */
  readonly watchEveryMs?: number;
  /** Told why a new version cannot be kept; until it can, its story stays as it was. */
  readonly onFault?: (fault: unknown) => void;
  /** Called after a look that found a change. */
  readonly onChange?: () => void;
  /** Epoch milliseconds, for `Version.seenAt`. */
  readonly now?: () => number;
}

/** Newer than this a file may still be being written. */
const SETTLED_AFTER_MS = 400;

/**
 * Opens a folder of stories. It never throws over a story: one that cannot be used is in `problems` and, once it
 * was good, its last good version stays. A changed file is a new version of its story; the same content is the
 * same version.
 */
export function openLibrary(folder: string, options: LibraryOptions = {}): Library {
  let state: FolderState = { files: new Map(), problems: [] };
  let clashes: readonly Problem[] = [];
  const now = options.now ?? Date.now;
  const shelf = createShelf(now);
  let archive: Archive | undefined;
  let isKeeping = false;
  const read = (settled?: number): Map<Slug, StoryFile> => {
    state = readFolder(folder, state, settled);
    const { owners, problems } = assignSlugs(folder, state.files.values());
    clashes = problems;
    return owners;
  };
  /** Numbers what is new before it is put on the shelf; leaves out what cannot be kept. */
  const keep = async (owners: Map<Slug, StoryFile>, keeper: Archive): Promise<void> => {
    for (const [slug, { name, content }] of owners) {
      if (!content || shelf.knows(slug, content.hash)) continue;
      const { hash: contentHash, bytes } = content;
      try {
        shelf.adopt(slug, await keeper.record({ slug, contentHash, file: name, bytes, seenAt: now() }));
      } catch (fault) {
        owners.delete(slug);
        const current = shelf.door.get(slug);
        if (current) owners.set(slug, { name, signature: '', problems: [] });
        options.onFault?.(fault);
      }
    }
  };
  const lookAgain = async (): Promise<void> => {
    if (isKeeping) return;
    isKeeping = true;
    try {
      const owners = read(now() - SETTLED_AFTER_MS);
      if (archive) await keep(owners, archive);
      if (shelf.stock(owners)) options.onChange?.();
    } finally {
      isKeeping = false;
    }
  };
  shelf.stock(read());
  const watching = options.watchEveryMs
    ? setInterval(() => void lookAgain(), options.watchEveryMs)
    : undefined;
  watching?.unref();
  return {
    ...shelf.door,
    problems: () => [
      ...state.problems,
      ...[...state.files.values()].flatMap(({ problems }) => problems),
      ...clashes,
    ],
    refresh: () => shelf.stock(read()),
    async keepIn(keeper) {
      // A look meanwhile would number what is not kept yet.
      isKeeping = true;
      try {
        const { owners } = assignSlugs(folder, state.files.values());
        const bySlug = Map.groupBy(await keeper.load(), ({ slug }) => slug);
        for (const [slug, versions] of bySlug) shelf.adopt(slug, versions);
        for (const [slug, { name, content }] of owners) {
          const kept = bySlug.get(slug)?.some(({ contentHash }) => contentHash === content?.hash);
          if (!content || kept) continue;
          const { hash: contentHash, bytes } = content;
          shelf.adopt(slug, await keeper.record({ slug, contentHash, file: name, bytes, seenAt: now() }));
        }
        archive = keeper;
      } finally {
        isKeeping = false;
      }
    },
    close: () => clearInterval(watching),
  };
}

/** Which file holds each slug: of two, the first by name; the other is a problem. */
function assignSlugs(
  folder: string,
  files: Iterable<StoryFile>,
): { owners: Map<Slug, StoryFile>; problems: Problem[] } {
  const owners = new Map<Slug, StoryFile>();
  const problems: Problem[] = [];
  for (const file of [...files].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!file.content) continue;
    const { slug, raw } = file.content.article;
    const owner = owners.get(slug);
    if (owner === undefined) owners.set(slug, file);
    else problems.push(clash(join(folder, file.name), slug, owner.name, raw));
  }
  return { owners, problems };
}

/** Says that a file's slug is taken by another. */
export function clash(file: string, slug: Slug, owner: string, raw: string): Problem {
  const at = raw.search(/^slug[ \t]*:/m);
  const line = at < 0 ? 1 : raw.slice(0, at).split(/\r\n|\n|\r/).length;
  return fault(file, line, `the slug ${slug} is taken by ${owner}`, 'give this story a slug of its own');
}

interface ShelfOfStories {
  readonly door: Pick<Library, 'all' | 'get' | 'find' | 'search' | 'versions'>;
  /** Puts the stories of these files on the shelf and takes the others off; true when that changed anything. */
  stock(owners: ReadonlyMap<Slug, StoryFile>): boolean;
  knows(slug: Slug, contentHash: string): boolean;
  /** Takes the versions of a story, and their numbers, from where they are kept. */
  adopt(slug: Slug, kept: readonly KeptVersion[]): void;
}

function createShelf(now: () => number): ShelfOfStories {
  const index = createStoryIndex();
  const versions = new Map<Slug, Version[]>();
  const stories = new Map<Slug, Story>();
  let sorted: readonly Story[] = [];

  const put = (slug: Slug, { article, hash }: NonNullable<StoryFile['content']>): void => {
    const seen = versions.get(slug) ?? [];
    const known = seen.find(({ contentHash }) => contentHash === hash);
    const latest = known ?? { number: seen.length + 1, contentHash: hash, seenAt: now(), article };
    if (!known) versions.set(slug, [...seen, latest]);
    stories.set(slug, { slug, title: latest.article.title, latest });
    index.put(slug, latest.article);
  };

  const search = (words: string): Story[] =>
    index.search(words).flatMap((slug) => {
      const story = stories.get(slug);
      return story ? [story] : [];
    });

  return {
    stock(owners) {
      let changed = false;
      for (const slug of [...stories.keys()]) {
        if (owners.has(slug)) continue;
        stories.delete(slug);
        index.remove(slug);
        changed = true;
      }
      for (const [slug, { content }] of owners) {
        if (!content || stories.get(slug)?.latest.contentHash === content.hash) continue;
        put(slug, content);
        changed = true;
      }
      if (changed) sorted = [...stories.values()].sort(newestFirst);
      return changed;
    },
    knows: (slug, contentHash) =>
      versions.get(slug)?.some((version) => version.contentHash === contentHash) ?? false,
    adopt(slug, kept) {
      const story = stories.get(slug);
      const now = kept.map((each) => {
        const { number, contentHash, seenAt } = each;
        // What was made of the article there is need not be made again.
        return story?.latest.contentHash === contentHash
          ? { number, contentHash, seenAt, article: story.latest.article }
          : versionOf(each);
      });
      versions.set(slug, now);
      const latest = now.find(({ contentHash }) => contentHash === story?.latest.contentHash);
      if (!story || !latest) return;
      stories.set(slug, { ...story, latest });
      sorted = [...stories.values()].sort(newestFirst);
    },
    door: {
      all: () => sorted,
      get: (slug) => stories.get(slug),
      versions: (slug) => versions.get(slug) ?? [],
      search,
      find(words) {
        const slug = parseSlug(words.trim().toLowerCase());
        return (slug && stories.get(slug)) ?? search(words)[0];
      },
    },
  };
}

function newestFirst(a: Story, b: Story): number {
  const [first, second] = [a, b].map(({ latest }) => latest.article.published?.date ?? '');
  if (first !== second) return (first ?? '') < (second ?? '') ? 1 : -1;
  return a.title < b.title ? -1 : 1;
}
