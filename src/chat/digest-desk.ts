import type { Destination } from './destination.ts';
import type { DigestIntent, DigestPlace, FindPlace, SubscriptionId, WhenUnchanged } from './digest-intent.ts';
import type { Reply } from './reply.ts';
import type { Asker } from './request.ts';

/** Something asked of the digests, by somebody. */
export interface DigestRequest {
  readonly asker: Asker;
  readonly intent: DigestIntent;
  /** Absent where no digest can be sent (terminal, web page): there one can only be previewed. */
  readonly place?: DigestPlace;
  /** Finds other places: where a digest goes whose button was pressed elsewhere, and where one is to be moved. */
  readonly find?: FindPlace;
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
  /** Where it is sent. */
  readonly destination: Destination;
  readonly story: string;
  /** HH:MM. */
  readonly time: string;
  readonly days: string;
  /** "" when it is not known: it must be filled in. */
  readonly zone: string;
  readonly quiet: string;
  readonly whenUnchanged: WhenUnchanged;
}

/** What a form is opened for. */
export interface DigestFormPurpose {
  readonly verb: 'subscribe' | 'change';
  /** The one to change, as `DigestIntent` names it; absent: the only one there is. */
  readonly subscription?: string;
}

/** What of a subscription lists and pickers show. */
export interface SubscriptionSummary {
  readonly id: SubscriptionId;
  /** "Every story, every weekday at 08:00, Kyiv time": at most 75 characters. */
  readonly label: string;
}

/**
 * The digests. Commands, buttons and submitted forms reach `handle` by the chat's one door: `Chat.handle` of an
 * intent `digest`, of an action `digest`, or of text that is a typed command. Adapters call the rest themselves.
 * Nothing here rejects: what cannot be done is a refusal in words.
 */
export interface DigestDesk {
  handle(request: DigestRequest): Promise<Reply>;
  /**
   * What a form opens with, to subscribe here or to change a subscription; what to say instead when the asker may
   * not, there is nothing to change, or it must be asked which. Submit it as the intent `digest` with every field in
   * `choices`.
   */
  form(
    request: Pick<DigestRequest, 'asker' | 'find' | 'at'> & { readonly place: DigestPlace },
    purpose: DigestFormPurpose,
  ): Promise<DigestForm | { readonly refusal: Reply }>;
  /** The subscriptions of a place, oldest first, for pickers and the App Home. */
  summaries(place: DigestPlace): Promise<readonly SubscriptionSummary[]>;
  /** At most 25 time zones that fit what was typed so far, from memory. */
  zones(prefix: string, at: number): readonly Completion[];
  /**
   * Forgets everything of a place or workspace that the bot was taken out of, or of a person who asks for it; a
   * person of Slack is one of a workspace.
   */
  forget(gone: {
    readonly platform: Asker['platform'];
    readonly workspace?: string;
    readonly channel?: string;
    readonly person?: string;
  }): Promise<void>;
}
