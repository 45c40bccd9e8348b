import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Asker } from './request.ts';

/** Which story each channel follows. */
export interface Follows {
  get(asker: Asker): Slug | undefined;
  set(asker: Asker, story: Slug): void;
}

/** How often answers were not helpful, by story and kind of question; nobody's name and no words. */
export interface Feedback {
  count(story: Slug, questionType: QuestionType): void;
}

/** Channels' stories for as long as this process lives. */
export class FollowsInMemory implements Follows {
  readonly #byChannel = new Map<string, Slug>();

  get(asker: Asker): Slug | undefined {
    return this.#byChannel.get(channelOf(asker));
  }

  set(asker: Asker, story: Slug): void {
    this.#byChannel.set(channelOf(asker), story);
  }
}

/** Counts for as long as this process lives. */
export class FeedbackInMemory implements Feedback {
  readonly #counts = new Map<string, { story: Slug; questionType: QuestionType; count: number }>();

  count(story: Slug, questionType: QuestionType): void {
    const key = `${story} ${questionType}`;
    const { count } = this.#counts.get(key) ?? { count: 0 };
    this.#counts.set(key, { story, questionType, count: count + 1 });
  }

  /** Every count above zero. */
  counts(): readonly { readonly story: Slug; readonly questionType: QuestionType; readonly count: number }[] {
    return [...this.#counts.values()];
  }
}

function channelOf({ platform, workspace, channel }: Asker): string {
  return JSON.stringify([platform, workspace, channel]);
}
