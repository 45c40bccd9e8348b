import type { Destination } from './destination.ts';

/** A subscription's id: 6 to 24 of [a-z0-9], fit for a custom id, unguessable enough not to be met by chance. */
export type SubscriptionId = string & { readonly __brand: 'SubscriptionId' };

/** What to do on a day when nothing in the story changed: send it all the same, say so in a line, or stay silent. */
export const WHEN_UNCHANGED = ['send', 'line', 'silent'] as const;
export type WhenUnchanged = (typeof WHEN_UNCHANGED)[number];

/**
 * What somebody chose for a digest, as typed or picked: parsed by the digest core, which answers what it cannot
 * read in words. Absent: not chosen (the default on subscribing, as it was on changing).
 */
export interface DigestChoices {
  /** A story's name or slug; "all" for every story. */
  readonly story?: string;
  /** "8:00", "08:00", "8am", "20.30", "noon". */
  readonly time?: string;
  /** "weekdays", "daily", "weekends", "mon,wed", "Monday to Thursday". */
  readonly days?: string;
  /** An IANA zone or a city: "Europe/Kyiv", "kyiv". */
  readonly zone?: string;
  /** Dates without a digest: "2026-12-24, 2026-12-31..2027-01-02"; "none" empties the list. */
  readonly quiet?: string;
  readonly whenUnchanged?: WhenUnchanged;
  /** Any of the above typed in one go, in any order: "8:00 weekdays Europe/Kyiv". The others win over it. */
  readonly text?: string;
}

/**
 * Everything that can be asked of the digests. `subscription` is an id, as buttons and pickers give it, or what
 * somebody typed: its number in the list, words of its story. Absent: the only one here, else the reply asks which.
 */
export type DigestIntent =
  | { readonly kind: 'subscribe'; readonly choices: DigestChoices }
  | { readonly kind: 'list' }
  /** With text but no subscription, the text may begin with what names one. `to`: where it is sent from now on. */
  | {
      readonly kind: 'change';
      readonly subscription?: string;
      readonly choices: DigestChoices;
      readonly to?: DigestWhere;
    }
  /** Without a subscription here: what one with these choices would send. */
  | { readonly kind: 'preview'; readonly subscription?: string; readonly choices: DigestChoices }
  | { readonly kind: Exclude<DigestVerb, DigestVerbWithChoices | 'list'>; readonly subscription?: string };

/** What can be done with digests: the word after `/digest`. */
export const DIGEST_VERBS = [
  'subscribe',
  'list',
  'change',
  'pause',
  'resume',
  'now',
  'preview',
  'why',
  'remove',
] as const;
export type DigestVerb = (typeof DIGEST_VERBS)[number];
type DigestVerbWithChoices = 'subscribe' | 'change' | 'preview';

/** Which place a digest command means. */
export type DigestWhere =
  | { readonly kind: 'here' }
  /** The asker's own DM. */
  | { readonly kind: 'me' }
  /**
   * Another channel: its id where the platform gives one, else as typed ("#news"). With `workspace` it is where a
   * digest is known to go, wherever that is asked: it may be gone by now.
   */
  | { readonly kind: 'channel'; readonly channel: string; readonly workspace?: string };

/**
 * What somebody may do with the digests of a place, each step with all before it; looking is for everybody.
 * `maker`: change those they made. `member`: also start the place's first one. `manager` (see design): everything.
 */
export type DigestStanding = 'reader' | 'maker' | 'member' | 'manager';

/** Where a digest command is about: found by the adapter, which alone can say so. */
export interface DigestPlace {
  readonly destination: Destination;
  /** As a person would call it: "#general", "your DM". */
  readonly name: string;
  readonly standing: DigestStanding;
  /** Why the bot could not post there as far as the platform told: a sentence with the remedy. */
  readonly obstacle?: string;
  /** The asker's own time zone where the platform knows it (Slack): the default for a new subscription. */
  readonly zone?: string;
}

/** Finds a place; `undefined` when there is no such channel or the asker may not see it. May call the platform. */
export type FindPlace = (where: DigestWhere) => Promise<DigestPlace | undefined>;
