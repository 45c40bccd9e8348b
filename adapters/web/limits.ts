import type { Pace } from '../../src/chat/cooldown.ts';

/** What the page takes and keeps. */
export const LIMITS = {
  /** Bytes of a form: the longest question in any script, each character up to nine bytes as a form sends it. */
  body: 32_768,
  /** Characters of a question, in UTF-16 units. */
  question: 2_000,
  /** Characters of what is chosen for a preview, such as a time. */
  choice: 200,
  /** Stories on a page of the list. */
  listed: 24,
  /** Questions suggested before anything was asked. */
  starters: 3,
  /** Story pages kept packed: about a tenth of a megabyte each. */
  pagesKept: 100,
  /** Comparisons of versions kept packed: up to a megabyte each. */
  comparisonsKept: 30,
  /** Feeds kept packed. */
  feedsKept: 50,
  /** Versions in a feed: readers ask for the newest, and the page of versions has the older ones. */
  feedEntries: 10,
  /** Characters of changes in a feed, as HTML; what no longer fits is a link to them. */
  feedChanges: 200_000,
} as const;

/** How often one client may come. Pages are cheap; answers cost more, and comparing versions of a story most. */
export const RATES: Readonly<Record<'pages' | 'questions' | 'comparisons', Pace>> = {
  pages: { atOnce: 120, pauseMs: 50 },
  questions: { atOnce: 20, pauseMs: 1_000 },
  comparisons: { atOnce: 20, pauseMs: 2_000 },
};
