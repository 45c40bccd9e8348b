import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Conversation, Turn } from './conversation.ts';
import type { Asker } from './request.ts';

/**
 * What is remembered from one request to the next. The store keeps it over restarts and shares it between
 * processes; `MemoryInProcess` forgets it when the process ends.
 */
export interface Memory {
  /** What a request is understood from: its conversation, and the story its channel follows. */
  recall(asker: Asker, now: number): Promise<Recalled>;
  /** Remembers what a request added, also under `asker.branch` from then on. */
  keep(asker: Asker, noted: Noted, now: number): Promise<void>;
  /** Forgets everything there is of a person. */
  forget(asker: Asker): Promise<void>;
}

export interface Recalled {
  readonly conversation: Conversation;
  /** The channel's story. */
  readonly follows: Slug | undefined;
}

/** What one request adds to the memory. */
export interface Noted {
  /** Questions asked, and answered. */
  readonly turns: readonly Turn[];
  /** What the conversation is about now, and what was told last; absent when it is as it was. */
  readonly settled?: Pick<Conversation, 'story' | 'last'>;
  /** The story the channel follows from now on. */
  readonly follows?: Slug;
  /** Answers that were not helpful: by story and kind of question; nobody's name and no words. */
  readonly unhelpful: readonly Unhelpful[];
}

export interface Unhelpful {
  readonly story: Slug;
  readonly questionType: QuestionType;
}
