import type { Destination } from './courier.ts';

/** A subscription's id: short, fit for a custom id, unguessable enough not to be met by chance. */
export type SubscriptionId = string & { readonly __brand: 'SubscriptionId' };

/** What to do on a day when nothing in the story changed: send it all the same, say so in a line, or stay silent. */
export type WhenUnchanged = 'send' | 'line' | 'silent';

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
}

/** Everything that can be asked of the digests. `subscription` absent: the only one here, else the reply asks which. */
export type DigestIntent =
  | { readonly kind: 'subscribe'; readonly choices: DigestChoices }
  | { readonly kind: 'list' }
  | { readonly kind: 'change'; readonly subscription?: SubscriptionId; readonly choices: DigestChoices }
  | {
      readonly kind: 'pause' | 'resume' | 'remove' | 'now' | 'preview' | 'why';
      readonly subscription?: SubscriptionId;
    };

/** Where a digest command is about: found by the adapter, which alone can say so. */
export interface DigestPlace {
  readonly destination: Destination;
  /** As a person would call it: "#general", "your DM". */
  readonly name: string;
  /** Whether the bot could post there as far as the platform told; the sentence says what is missing. */
  readonly obstacle?: string;
  /** The asker's own time zone where the platform knows it (Slack): the default for a new subscription. */
  readonly zone?: string;
}
