/** What the page takes and keeps. */
export const LIMITS = {
  /** Bytes of a form: a long question many times over. */
  body: 16_384,
  /** Characters of a question, in UTF-16 units. */
  question: 2_000,
  /** Stories on a page of the list. */
  listed: 24,
  /** Questions suggested before anything was asked. */
  starters: 3,
} as const;

/** How often one client may come: so many at once, and so many a second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Pages are cheap; answers cost more. */
export const RATES: { readonly pages: Rate; readonly questions: Rate } = {
  pages: { burst: 120, perSecond: 20 },
  questions: { burst: 20, perSecond: 1 },
};
