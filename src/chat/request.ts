import type { Depth } from '../briefing/brief.ts';
import type { ActionIntent, View } from './action.ts';
import type { DigestIntent, DigestWhere, FindPlace } from './digest-intent.ts';

/** What somebody wants of the bot, before any platform's dress. */
export interface Request {
  readonly asker: Asker;
  readonly intent: Intent;
  /** Epoch milliseconds. */
  readonly at: number;
  /**
   * Finds where a digest is asked for, called only when one is: given with every request of a platform that can
   * be sent digests. For a button, `here` is where its message stands.
   */
  readonly place?: FindPlace;
}

export interface Asker {
  readonly platform: 'terminal' | 'web' | 'discord' | 'slack';
  /** Guild or team; "" where there is none. */
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  /** One thread or DM: see `conversation.ts` for what each platform uses. */
  readonly conversation: ConversationKey;
  /** Where the conversation may be gone on with as well, from this turn on: the reply chain a mention opens. */
  readonly branch?: ConversationKey;
  /**
   * Nobody who will be known again, or only looking on: what they are told is not noted as read. A stranger to the
   * web page, who has no name; whoever opens a page that shows a brief unasked.
   */
  readonly passing?: true;
  /**
   * Asks once, outside of any conversation: nothing said before is recalled, and nothing at all is remembered of it.
   * A preview; a question that only makes a story ready.
   */
  readonly alone?: true;
  /** May change what this channel follows or receives (design: Manager). */
  readonly manager: boolean;
}

/** Opaque to the core; adapters build it from the ids of their platform. */
export type ConversationKey = string & { readonly __brand: 'ConversationKey' };

export type Intent =
  /** Free text: a question, keywords, small talk, or a typed command such as "tldr". */
  | { readonly kind: 'say'; readonly text: string; readonly story?: string }
  /** A question and nothing else, from a command or form made for questions: never taken for small talk. */
  | { readonly kind: 'ask'; readonly question: string; readonly story?: string }
  | { readonly kind: 'brief'; readonly story?: string; readonly depth?: Depth }
  | { readonly kind: 'view'; readonly view: View; readonly story?: string }
  | { readonly kind: 'stories' }
  /** Sets the story this channel (for managers) or this conversation follows. */
  | { readonly kind: 'follow'; readonly story: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'greet' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'action'; readonly action: ActionIntent }
  | { readonly kind: 'digest'; readonly digest: DigestIntent; readonly where: DigestWhere }
  /** A button or form that `Chat.decode` does not know: from an older version, or forged. */
  | { readonly kind: 'stale' };
