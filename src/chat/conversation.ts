import type { Answer, Context } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Asker, ConversationKey } from './request.ts';

/** One question of a conversation and what came of it. */
export interface Turn {
  readonly story: Slug;
  /** The story's version when it was asked: an answer's offsets mean nothing in another. */
  readonly version: number;
  readonly question: string;
  readonly answer: Answer;
  /** Understood from the turn before it. */
  readonly follows: boolean;
  /** Who asked, as `askerId` names them. */
  readonly by: string;
}

/** What one thread or DM has been about. */
export interface Conversation {
  readonly story?: Slug;
  /** Oldest first. */
  readonly turns: readonly Turn[];
  /** What the bot told last, so that "more" is more of that. */
  readonly last?: 'answer' | 'brief';
  /** Epoch milliseconds of the last request. */
  readonly touchedAt: number;
}

/** How much is remembered. */
export interface ConversationLimits {
  /** Milliseconds after the last request. */
  readonly keptFor: number;
  /** In each conversation. */
  readonly turns: number;
  readonly conversations: number;
}

const LIMITS: ConversationLimits = { keptFor: 24 * 3_600_000, turns: 10, conversations: 10_000 };

/** Questions are remembered up to this length; what follows adds nothing to a follow-up's meaning. */
const QUESTION_KEPT = 500;

/** What the bot remembers of conversations: in this process only, for a day, within bounds. */
export class Conversations {
  /** In order of last use, the longest unused first. */
  readonly #byKey = new Map<ConversationKey, Conversation>();
  readonly #limits: ConversationLimits;

  constructor(limits: ConversationLimits = LIMITS) {
    this.#limits = limits;
  }

  /** How many conversations are held, expired ones not yet swept included. */
  get size(): number {
    return this.#byKey.size;
  }

  /** The conversation as it stands; an empty one when there was none within the day. */
  get(key: ConversationKey, now: number): Conversation {
    const found = this.#byKey.get(key);
    return found && now - found.touchedAt < this.#limits.keptFor ? found : { turns: [], touchedAt: now };
  }

  /** Remembers which story a conversation is about, and what was told last. */
  settle(key: ConversationKey, story: Slug, last: Conversation['last'], now: number): void {
    this.#put(key, { ...this.get(key, now), story, ...(last && { last }), touchedAt: now });
  }

  /** Remembers a question and its answer. */
  add(key: ConversationKey, turn: Turn, now: number): void {
    const before = this.get(key, now);
    const kept = { ...turn, question: turn.question.slice(0, QUESTION_KEPT).toWellFormed() };
    const turns = [...before.turns, kept].slice(-this.#limits.turns);
    this.#put(key, { story: turn.story, turns, last: 'answer', touchedAt: now });
  }

  /** Forgets every question of an asker, and the conversations that nothing else is left of. */
  forget(asker: Asker): void {
    const by = askerId(asker);
    for (const [key, conversation] of this.#byKey) {
      const others = conversation.turns.filter((turn) => turn.by !== by);
      if (key !== asker.conversation && others.length === conversation.turns.length) continue;
      if (others.length === 0) this.#byKey.delete(key);
      else this.#byKey.set(key, { ...conversation, turns: others });
    }
  }

  #put(key: ConversationKey, conversation: Conversation): void {
    this.#byKey.delete(key);
    this.#byKey.set(key, conversation);
    for (const [oldest, { touchedAt }] of this.#byKey) {
      const expired = conversation.touchedAt - touchedAt >= this.#limits.keptFor;
      if (!expired && this.#byKey.size <= this.#limits.conversations) break;
      this.#byKey.delete(oldest);
    }
  }
}

/** A person across channels and workspaces of their platform. */
export function askerId(asker: Asker): string {
  return `${asker.platform}:${asker.user}`;
}

/**
 * What a follow-up in this conversation refers back to: the last turn, when it was about this version of this
 * story, with the turns which that one followed.
 */
export function contextOf(conversation: Conversation, story: Slug, version: number): Context | undefined {
  let context: Context | undefined;
  for (const turn of conversation.turns) {
    const here = turn.story === story && turn.version === version;
    const before = turn.follows ? context : undefined;
    context = here ? { question: turn.question, answer: turn.answer, ...(before && { before }) } : undefined;
  }
  return context;
}
