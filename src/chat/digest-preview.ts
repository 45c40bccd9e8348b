import type { DigestChoices } from './digest-intent.ts';
import type { Reply } from './reply.ts';

/** A digest that nobody subscribed to, as it would be sent. */
export type DigestPreview =
  | {
      readonly kind: 'message';
      /** The very message, with every button of a digest; they name a subscription that does not exist. */
      readonly message: Reply;
      /** When the next ones would come, in words, the soonest first; none when no day is left. */
      readonly next: readonly string[];
      /** Whose time that is, in words: "Kyiv time". */
      readonly zone: string;
    }
  /** Nothing would be sent, or the choices cannot be read: why, in words. */
  | { readonly kind: 'nothing'; readonly reply: Reply };

/**
 * What a digest on these terms would be, and when it would come.
 * @param at epoch milliseconds
 */
export type PreviewDigest = (choices: DigestChoices, at: number) => Promise<DigestPreview>;
