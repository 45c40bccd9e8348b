import type { Pace } from '../../src/chat/cooldown.ts';

/** What the page takes and keeps. */
export const LIMITS = {
  /** Bytes of a form: a long question many times over. */
  body: 16_384,
  /** Characters of a question, in UTF-16 units. */
  question: 2_000,
  /** Characters of what is chosen for a preview, such as a time. */
  choice: 200,
  /** Stories on a page of the list. */
  listed: 24,
  /** Questions suggested before anything was asked. */
  starters: 3,
} as const;

/** How often one client may come. Pages are cheap; answers cost more. */
export const RATES: { readonly pages: Pace; readonly questions: Pace } = {
  pages: { atOnce: 120, pauseMs: 50 },
  questions: { atOnce: 20, pauseMs: 1_000 },
};
