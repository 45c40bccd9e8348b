import type { Cited, Slug } from '../story/article.ts';
import type { Action } from './action.ts';
import type { Understood } from './understood.ts';

/**
 * What the bot says, before any platform's dress: a document of blocks. Adapters render it and never think.
 * Its complete plain text is `plainText(reply)`; the parts an adapter sends, joined, carry the same text.
 * Spans are set next to each other as they are: the spaces between them are in them. Text may hold anything
 * a story or a person can write, line breaks and control characters included: adapters escape it.
 */
export interface Reply {
  readonly tone: Tone;
  /** Which story this speaks of, when it speaks of one. */
  readonly story?: StoryRef;
  /** What the words it replies to were taken for, when it does reply to words; for counting, never shown. */
  readonly understood?: Understood;
  readonly blocks: readonly Block[];
  /** Offered under the message, in this order; an adapter may show fewer at once, never others. */
  readonly actions: readonly Action[];
}

/** `unanswered` and `refusal` must look plainly different from an answer. */
export type Tone = 'answer' | 'unanswered' | 'brief' | 'digest' | 'listing' | 'chat' | 'refusal';

export interface StoryRef {
  readonly slug: Slug;
  readonly title: string;
  readonly version: number;
  readonly source?: string;
  readonly url?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'prose'; readonly content: Inline }
  /** The story's words, set apart; `speaker` when it is somebody's quote. */
  | { readonly kind: 'quote'; readonly content: Inline; readonly speaker?: string }
  | { readonly kind: 'list'; readonly items: readonly Inline[] }
  /** Label and value pairs: who is who, numbers, timeline. */
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  /** Small print of ours: source, as-of time, hints. `ofAsker` when it tells what others need not know: see `forOthers`. */
  | { readonly kind: 'note'; readonly content: Inline; readonly ofAsker?: true };

export interface FactRow {
  readonly label: string;
  readonly value: Inline;
}

export type Inline = readonly Span[];

export type Span =
  | { readonly kind: 'text'; readonly text: string }
  /** The short answer, or another word that must stand out. */
  | { readonly kind: 'strong'; readonly text: string }
  /**
   * A pointer into the story, shown as `citationMark` writes it ([¶5]), linked where the story has an address;
   * `version` when it points into an earlier one than the newest.
   */
  | {
      readonly kind: 'citation';
      readonly cited: Cited & { readonly version?: number };
      readonly href?: string;
    }
  /** An instant the platform shows in the reader's zone; `text` where it cannot. */
  | { readonly kind: 'time'; readonly instant: number; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };
