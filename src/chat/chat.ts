import type { Slug } from '../story/article.ts';
import type { ActionIntent } from './action.ts';
import type { Reply, StoryRef } from './reply.ts';
import type { Request } from './request.ts';

/**
 * The one door of the bot: what an adapter may ask of it. Everything is answered from memory, but for digests;
 * nothing here throws for anything a person can type, press or forge. What concerns digests goes in here as well
 * (an intent or action `digest`, or a typed command), with `Request.place`; see `digest-desk.ts`.
 */
export interface Chat {
  /** Answers anything somebody says, presses or commands. Never rejects: what cannot be done is a refusal in words. */
  handle(request: Request): Promise<Reply>;
  /**
   * The stories whose slug or title holds `prefix` (at the beginning of a word, any case), best first, at
   * most 25; every story for "". For autocompletion and pickers.
   */
  stories(prefix: string): readonly StoryRef[];
  /**
   * Answerable questions that begin with or contain `prefix`, at most 25 of at most 75 characters each.
   * Without a story: those of the newest stories.
   */
  questions(story: Slug | undefined, prefix: string): readonly string[];
  /** Packs what a button asks for into at most 100 characters of printable text: a custom id, an action value. */
  encode(intent: ActionIntent): string;
  /**
   * The way back, strictly: `undefined` for whatever `encode` did not make, and for a button whose question
   * is known no more. Answer that with `chat.handle` of the intent `{ kind: 'stale' }`.
   */
  decode(packed: string): ActionIntent | undefined;
}
