import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import { type Conversation, settledOn, type Turn, withTurn } from './conversation.ts';
import type { Noted, Recalled, Unhelpful } from './memory.ts';

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

  constructor({ conversation, follows }: Recalled) {
    this.#conversation = conversation;
    this.#follows = follows;
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
      unhelpful: this.#unhelpful,
    };
  }
}
