import { findChanges } from '../briefing/changes/find-changes.ts';
import type { Article, Sentence } from '../story/article.ts';
import { parseSlug } from '../story/slug.ts';
import type { Story, Version } from '../story/story.ts';
import type { View } from './action.ts';
import { summaryBlocks } from './brief-reply.ts';
import { changeBlocks } from './change-blocks.ts';
import { longDate } from './dates.ts';
import type { Reading, Shelf } from './reading.ts';
import { Recent } from './recent.ts';
import type { Block, StoryRef } from './reply.ts';
import { sharedReadings } from './shared-readings.ts';
import { storyRef } from './story-ref.ts';
import { viewReply } from './view-reply.ts';

/** Whole stories, for whoever shows them beside the chat. Everything is read from memory and never throws. */
export interface StoryPages {
  /** How many stories there are. */
  count(): number;
  /** The newest first. */
  list(from: number, most: number): readonly StoryCard[];
  /** A story as one of its versions has it, the newest when none is named; `undefined` when there is none such. */
  page(slug: string, version?: number): StoryPage | undefined;
  /** Every version kept, oldest first; none for a story that is not there. */
  versions(slug: string): readonly VersionCard[];
  /**
   * What changed between any two versions of a story that are kept, in the words of each. A pair asked for again
   * soon is the same object.
   */
  changes(slug: string, from: number, to: number): ChangesPage | undefined;
}

/** A story in a list. */
export interface StoryCard {
  readonly story: StoryRef;
  /** The standfirst, or the first whole sentence; "" when there is neither. */
  readonly teaser: string;
  readonly published?: PublishedWords;
}

export interface VersionCard {
  readonly number: number;
  readonly title: string;
  /** Epoch milliseconds when this content was first seen. */
  readonly seenAt: number;
  /** SHA-256 of the content, hex. */
  readonly contentHash: string;
}

export interface PublishedWords {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** "20 January 2022". */
  readonly words: string;
  /** Where the date comes from, when it is not the publisher's. */
  readonly note?: string;
}

/** Two versions of a story beside each other. */
export interface ChangesPage {
  /** As the later-named one has it. */
  readonly story: StoryRef;
  readonly from: VersionCard;
  readonly to: VersionCard;
  /** None when nothing that a reader would notice changed. */
  readonly blocks: readonly Block[];
}

/** One version of a story, ready to be shown. */
export interface StoryPage {
  readonly story: StoryRef;
  /** Number of the newest version. */
  readonly newest: number;
  /** Epoch milliseconds when this version and the first one were first seen. */
  readonly seenAt: number;
  readonly firstSeenAt: number;
  readonly author?: string;
  readonly published?: PublishedWords;
  readonly licence?: string;
  readonly corrections: readonly string[];
  /** ¶0: the title's sentences, and the standfirst's after them. */
  readonly title: readonly Sentence[];
  readonly standfirst: readonly Sentence[];
  readonly paragraphs: readonly { readonly number: number; readonly sentences: readonly Sentence[] }[];
  /** The story in one sentence; "" when it has none whole enough. */
  readonly line: string;
  /** The brief in three sentences. */
  readonly summary: readonly Block[];
  /** What the story holds, side by side with it; empty ones are left out. */
  readonly facts: readonly { readonly view: View; readonly blocks: readonly Block[] }[];
}

/** The views shown beside a story, in this order. */
const BESIDE = ['people', 'numbers', 'timeline', 'quotes', 'places', 'organisations'] as const;

/** Comparing two versions of a long story takes a tenth of a second, and the result up to a megabyte. */
const PAIRS_KEPT = 60;

/**
 * The stories of a shelf as pages.
 * @param read makes an article ready, and remembers it
 */
export function createStoryPages(
  shelf: Shelf,
  read: (article: Article) => Reading = sharedReadings(),
): StoryPages {
  const pages = new WeakMap<Version, StoryPage>();
  const compared = new Recent<string, ChangesPage>(PAIRS_KEPT);
  const find = (slug: string): Story | undefined => {
    const parsed = parseSlug(slug);
    return parsed && shelf.get(parsed);
  };
  return {
    count: () => shelf.all().length,
    list: (from, most) =>
      shelf
        .all()
        .slice(from, from + most)
        .map(cardOf),
    page(slug, number) {
      const story = find(slug);
      if (story === undefined) return undefined;
      const versions = shelf.versions(story.slug);
      const version = number === undefined ? story.latest : versions.find((each) => each.number === number);
      if (version === undefined) return undefined;
      const known = pages.get(version);
      // A version stays what it is, but it does not stay the newest.
      if (known?.newest === story.latest.number) return known;
      const page = pageOf(story, version, versions[0] ?? version, read(version.article));
      pages.set(version, page);
      return page;
    },
    versions: (slug) => {
      const story = find(slug);
      return story === undefined ? [] : shelf.versions(story.slug).map(versionCard);
    },
    changes(slug, from, to) {
      const story = find(slug);
      const versions = story ? shelf.versions(story.slug) : [];
      const before = versions.find(({ number }) => number === from);
      const after = versions.find(({ number }) => number === to);
      if (!story || !before || !after) return undefined;
      return compared.take(pairOf(story, before, after), () => compare(story, before, after));
    },
  };
}

function cardOf(story: Story): StoryCard {
  const { article } = story.latest;
  const first = article.paragraphs.flatMap(({ sentences }) => sentences).find(({ damaged }) => !damaged);
  const published = publishedOf(article);
  return {
    story: storyRef(story),
    teaser: article.standfirst ?? first?.text ?? '',
    ...(published && { published }),
  };
}

function versionCard({ number, seenAt, contentHash, article }: Version): VersionCard {
  return { number, title: article.title, seenAt, contentHash };
}

function pairOf({ slug }: Story, before: Version, after: Version): string {
  return [slug, ...[before, after].flatMap(({ number, contentHash }) => [number, contentHash])].join(' ');
}

function compare({ slug }: Story, before: Version, after: Version): ChangesPage {
  const story = storyRef({ slug, title: after.article.title, latest: after });
  const changes = findChanges(before.article, after.article);
  return {
    story,
    from: versionCard(before),
    to: versionCard(after),
    blocks: changes.amount === 0 ? [] : changeBlocks(changes, { before, after }),
  };
}

function publishedOf({ published, publishedNote }: Article): PublishedWords | undefined {
  if (published === undefined) return undefined;
  return {
    date: published.date,
    words: longDate(published.date),
    ...(publishedNote !== undefined && { note: publishedNote }),
  };
}

function pageOf(story: Story, version: Version, first: Version, reading: Reading): StoryPage {
  const { article } = reading;
  const shown: Story = { slug: story.slug, title: article.title, latest: version };
  const published = publishedOf(article);
  const inTitle = ({ start }: Sentence) => start < article.title.length;
  return {
    story: storyRef(shown),
    newest: story.latest.number,
    seenAt: version.seenAt,
    firstSeenAt: first.seenAt,
    ...(article.author !== undefined && { author: article.author }),
    ...(published && { published }),
    ...(article.licence !== undefined && { licence: article.licence }),
    corrections: article.corrections,
    title: article.headline.sentences.filter(inTitle),
    standfirst: article.headline.sentences.filter((sentence) => !inTitle(sentence)),
    paragraphs: article.paragraphs,
    line: reading.brief('line').summary[0]?.text ?? '',
    summary: summaryBlocks(reading, 'short'),
    facts: BESIDE.flatMap((view) => {
      const blocks = factsOf(shown, reading, view);
      return blocks.length === 0 ? [] : [{ view, blocks }];
    }),
  };
}

/** A view's blocks without its heading; none when it has nothing but words of ours. */
function factsOf(story: Story, reading: Reading, view: View): readonly Block[] {
  return viewReply(story, reading, view, { versions: [] }).blocks.filter(
    ({ kind }) => kind === 'list' || kind === 'facts' || kind === 'quote',
  );
}
