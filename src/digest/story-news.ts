import type { Changes } from '../briefing/changes/changes.ts';
import { findChanges } from '../briefing/changes/find-changes.ts';
import type { Shelf } from '../chat/reading.ts';
import type { Slug } from '../story/article.ts';
import type { Story, Version } from '../story/story.ts';

/** What a subscription has to tell of one story, about one version of it: `latest` is that version. */
export type StoryNews = { readonly story: Story } & (
  | { readonly kind: 'new' }
  | { readonly kind: 'changed'; readonly before: Version; readonly changes: Changes }
  | { readonly kind: 'unchanged' }
);

/**
 * The news of each story, new stories first, then the others by how much of them changed.
 * @param only the one story to tell of; every story without it
 * @param briefed the version of each story that was told of last
 * @param begun the versions to tell of, when part of that was sent already: no other story and no newer version
 */
export function storyNews(
  shelf: Shelf,
  only: Slug | undefined,
  briefed: ReadonlyMap<Slug, number>,
  begun?: ReadonlyMap<Slug, number>,
): readonly StoryNews[] {
  const all = only === undefined ? shelf.all() : [shelf.get(only) ?? []].flat();
  const news = all.flatMap((story): StoryNews[] => {
    const wanted = begun === undefined ? story.latest.number : begun.get(story.slug);
    const version = wanted === story.latest.number ? story.latest : versionOf(shelf, story.slug, wanted);
    if (!version) return [];
    const told = { ...story, title: version.article.title, latest: version };
    return [newsOf(told, versionBefore(shelf, story.slug, briefed.get(story.slug)))];
  });
  return news.toSorted((a, b) => rank(a) - rank(b));
}

/** A version that is no longer kept cannot be compared with: the story is told from the beginning. */
function newsOf(story: Story, before: Version | undefined): StoryNews {
  if (before === undefined) return { kind: 'new', story };
  if (before.number === story.latest.number) return { kind: 'unchanged', story };
  const changes = findChanges(before.article, story.latest.article);
  return changes.amount === 0 ? { kind: 'unchanged', story } : { kind: 'changed', story, before, changes };
}

function versionBefore(shelf: Shelf, slug: Slug, number: number | undefined): Version | undefined {
  return number === undefined ? undefined : versionOf(shelf, slug, number);
}

function versionOf(shelf: Shelf, slug: Slug, number: number | undefined): Version | undefined {
  return shelf.versions(slug).find((version) => version.number === number);
}

/** The lower, the earlier it is told. */
function rank(news: StoryNews): number {
  switch (news.kind) {
    case 'new':
      return -Number.MAX_VALUE;
    case 'changed':
      return -news.changes.amount;
    case 'unchanged':
      return 0;
    default:
      return news satisfies never;
  }
}
