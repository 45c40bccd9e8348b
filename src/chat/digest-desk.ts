import type { DigestIntent, DigestPlace, SubscriptionId, WhenUnchanged } from './digest-intent.ts';
import type { Reply } from './reply.ts';
import type { Asker } from './request.ts';

/** A digest command from somebody somewhere. `asker.manager` says whether they may change this place's digests. */
export interface DigestRequest {
  readonly asker: Asker;
  readonly place: DigestPlace;
  readonly intent: DigestIntent;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A choice of an autocompletion: `value` is what `DigestChoices` takes. */
export interface Completion {
  /** At most 75 characters. */
  readonly label: string;
  readonly value: string;
}

/** The values a form for a subscription opens with. */
export interface DigestForm {
  /** Present when one is changed. */
  readonly subscription?: SubscriptionId;
  readonly story: string;
  /** HH:MM. */
  readonly time: string;
  readonly days: string;
  readonly zone: string;
  readonly quiet: string;
  readonly whenUnchanged: WhenUnchanged;
}

/** What of a subscription lists and pickers show. */
export interface SubscriptionSummary {
  readonly id: SubscriptionId;
  /** "Every story, every weekday at 08:00, Kyiv time": at most 75 characters. */
  readonly label: string;
}

/** The digests' door for adapters. Never rejects: what cannot be done is a refusal in words. */
export interface DigestDesk {
  handle(request: DigestRequest): Promise<Reply>;
  /** The form to subscribe here or to change a subscription; a refusal when it may not or cannot be changed. */
  form(
    request: Omit<DigestRequest, 'intent'>,
    subscription?: SubscriptionId,
  ): Promise<DigestForm | { readonly refusal: Reply }>;
  /** The subscriptions of a place, for pickers and the App Home. */
  summaries(place: DigestPlace): Promise<readonly SubscriptionSummary[]>;
  /** At most 25 time zones that fit what was typed so far, from memory. */
  zones(prefix: string, at: number): readonly Completion[];
  /** Everything of a place or workspace that the bot was taken out of, or of a person who asks to be forgotten. */
  forget(gone: {
    readonly platform: Asker['platform'];
    readonly workspace?: string;
    readonly channel?: string;
    readonly person?: string;
  }): Promise<void>;
}
