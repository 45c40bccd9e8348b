import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Conversation, Turn } from './conversation.ts';
import type { ReadMarker } from './read-marker.ts';
import type { Asker } from './request.ts';

/**
 * What is remembered from one request to the next. The store keeps it over restarts and shares it between
 * processes; `MemoryInProcess` forgets it when the process ends.
 */
export interface Memory {
  /** What a request is understood from: its conversation, the story its channel follows, and what its asker has read. */
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
  /** What the asker was told of each story, within `READ_LIMITS`. */
  readonly read: ReadonlyMap<Slug, ReadMarker>;
}

/** What one request adds to the memory. */
export interface Noted {
  /** Questions asked, and answered. */
  readonly turns: readonly Turn[];
  /** What the conversation is about now, and what was told last; absent when it is as it was. */
  readonly settled?: Pick<Conversation, 'story' | 'last'>;
  /** The story the channel follows from now on. */
  readonly follows?: Slug;
  /** What the asker was told of a story; absent when what is known of it stays as it is. */
  readonly told?: Told;
  /** Answers that were not helpful: by story and kind of question; nobody's name and no words. */
  readonly unhelpful: readonly Unhelpful[];
}

export interface Told {
  readonly story: Slug;
  readonly marker: ReadMarker;
}

export interface Unhelpful {
  readonly story: Slug;
  readonly questionType: QuestionType;
}
