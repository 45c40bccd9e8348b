import type { Slug } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import type { ActionCodec } from './action-codec.ts';
import type { Notes } from './notes.ts';
import type { Reading, Shelf } from './reading.ts';

/** What the handlers of requests work with. */
export interface Desk {
  readonly shelf: Shelf;
  read(story: Story): Reading;
  /** What is known of the conversation, and what this request adds. */
  readonly notes: Notes;
  readonly codec: ActionCodec;
}

/** A story by what somebody called it: its slug, its title, or a beginning that only one story has. */
export function storyCalled(shelf: Shelf, name: string): Story | undefined {
  const wanted = name.trim().toLowerCase();
  const exact =
    shelf.get(wanted.replace(/\s+/gu, '-') as Slug) ??
    shelf.all().find((story) => story.title.toLowerCase() === wanted);
  if (exact || wanted === '') return exact;
  const matching = storiesMatching(shelf, wanted);
  return matching.length === 1 ? matching[0] : undefined;
}

/** Stories in whose slug or title a word begins with `prefix`, those that begin with it first; all for "". */
export function storiesMatching(shelf: Shelf, prefix: string): readonly Story[] {
  const wanted = prefix.trim().toLowerCase();
  const ranked = shelf.all().map((story) => ({ story, rank: matchRank(story, wanted) }));
  return ranked
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ story }) => story);
}

function matchRank({ slug, title }: Story, wanted: string): number {
  const name = title.toLowerCase();
  if (name.startsWith(wanted) || slug.startsWith(wanted)) return 2;
  return name.includes(` ${wanted}`) || slug.includes(`-${wanted}`) ? 1 : 0;
}
