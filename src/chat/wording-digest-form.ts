import type { WhenUnchanged } from './digest-intent.ts';

/** The words on the form a digest is subscribed to or changed with, where a platform has one. */
export const digestFormWording = {
  /** Titles: at most 24 characters. */
  subscribe: 'Subscribe to a digest',
  change: 'Change this digest',
  story: 'Story',
  everyStory: 'Every story',
  zone: 'Time zone',
  quiet: 'Dates without a digest',
  quietHint: '2026-12-24, 2026-12-31..2027-01-02; leave empty for none',
  unchanged: 'When nothing changed',
  unchangedChoices: {
    send: 'Send it all the same',
    line: 'Say so in a line',
    silent: 'Stay silent',
  } satisfies Record<WhenUnchanged, string>,
} as const;
