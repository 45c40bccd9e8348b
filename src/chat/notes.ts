import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import { type Conversation, settledOn, type Turn, withTurn } from './conversation.ts';
import type { Noted, Recalled, Told, Unhelpful } from './memory.ts';
import { markedRead, type ReadMarker } from './read-marker.ts';

/** What is known while one request is answered, and what it adds: handlers write here, and nothing waits. */
export class Notes {
  #conversation: Conversation;
  #follows: Slug | undefined;
  readonly #turns: Turn[] = [];
  readonly #unhelpful: Unhelpful[] = [];
  #settled = false;
  /** The asker wants everything of theirs forgotten. */
  forgets = false;
  #chosen: Slug | undefined;
  readonly #read: ReadonlyMap<Slug, ReadMarker>;
  readonly #isPassing: boolean;
  #told: Told | undefined;

  /** @param isPassing what the asker is told is not noted */
  constructor({ conversation, follows, read }: Recalled, isPassing: boolean) {
    this.#conversation = conversation;
    this.#follows = follows;
    this.#read = read;
    this.#isPassing = isPassing;
  }

  /** The conversation as it stands. */
  get conversation(): Conversation {
    return this.#conversation;
  }

  /** The story the channel follows. */
  get follows(): Slug | undefined {
    return this.#follows;
  }

  /** Notes which story the conversation is about, and what was told last. */
  settle(story: Slug, last: Conversation['last'], now: number): void {
    this.#conversation = settledOn(this.#conversation, story, last, now);
    this.#settled = true;
  }

  /** Notes a question and its answer. */
  add(turn: Turn, now: number): void {
    this.#conversation = withTurn(this.#conversation, turn, now);
    this.#turns.push(turn);
    this.#settled = true;
  }

  /** What the asker had been told of a story before this request. */
  read(story: Slug): ReadMarker | undefined {
    return this.#read.get(story);
  }

  /** Notes which version of a story the asker is told of. */
  tell(story: Slug, version: number, now: number): void {
    const marker = this.#isPassing ? undefined : markedRead(this.#read.get(story), version, now);
    this.#told = marker && { story, marker };
  }

  /** Notes the channel's story. */
  follow(story: Slug): void {
    this.#follows = story;
    this.#chosen = story;
  }

  /** Notes that an answer was not helpful. */
  blame(story: Slug, questionType: QuestionType): void {
    this.#unhelpful.push({ story, questionType });
  }

  /** All that was noted. */
  noted(): Noted {
    const { story, last } = this.#conversation;
    return {
      turns: this.#turns,
      ...(this.#settled && { settled: { ...(story && { story }), ...(last && { last }) } }),
      ...(this.#chosen && { follows: this.#chosen }),
      ...(this.#told && { told: this.#told }),
      unhelpful: this.#unhelpful,
    };
  }
}
