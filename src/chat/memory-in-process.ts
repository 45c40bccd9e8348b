import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import {
  askerId,
  CONVERSATION_LIMITS,
  type Conversation,
  type ConversationLimits,
  freshConversation,
  withTurn,
} from './conversation.ts';
import { HeldConversations } from './held-conversations.ts';
import type { Memory, Noted, Recalled } from './memory.ts';
import { ReadInProcess } from './read-in-process.ts';
import { READ_LIMITS, type ReadLimits } from './read-marker.ts';
import type { Asker, ConversationKey } from './request.ts';

/** Remembers for as long as the process lives, within bounds. */
export class MemoryInProcess implements Memory {
  readonly #conversations: HeldConversations;
  readonly #follows = new Map<string, Slug>();
  readonly #unhelpful = new Map<string, { story: Slug; questionType: QuestionType; count: number }>();
  readonly #read: ReadInProcess;
  readonly #limits: ConversationLimits;

  constructor(limits: ConversationLimits = CONVERSATION_LIMITS, readLimits: ReadLimits = READ_LIMITS) {
    this.#limits = limits;
    this.#conversations = new HeldConversations(limits);
    this.#read = new ReadInProcess(readLimits);
  }

  /** How many conversations are held, expired ones not yet swept included. */
  get size(): number {
    return this.#conversations.size;
  }

  /** How often answers were not helpful; every count above zero. */
  get unhelpful(): readonly {
    readonly story: Slug;
    readonly questionType: QuestionType;
    readonly count: number;
  }[] {
    return [...this.#unhelpful.values()];
  }

  async recall(asker: Asker, now: number): Promise<Recalled> {
    const conversation = this.#get(asker, asker.conversation, now);
    const read = this.#read.of(askerId(asker), now);
    return { conversation, follows: this.#follows.get(channelOf(asker)), read };
  }

  async keep(asker: Asker, { turns, settled, follows, told, unhelpful }: Noted, now: number): Promise<void> {
    const { platform, conversation: key, branch } = asker;
    const touched = { touchedAt: now, touchedBy: askerId(asker) };
    if (settled) {
      let conversation = this.#get(asker, key, now);
      for (const turn of turns) conversation = withTurn(conversation, turn, now);
      this.#conversations.use(platform, key, { ...conversation, ...settled, ...touched });
    }
    if (branch !== undefined && this.#conversations.get(platform, key)) {
      this.#conversations.use(platform, branch, { ...this.#get(asker, key, now), ...touched });
    }
    if (follows !== undefined) this.#follows.set(channelOf(asker), follows);
    if (told) this.#read.put(askerId(asker), told.story, told.marker);
    for (const { story, questionType } of unhelpful) {
      const id = `${story} ${questionType}`;
      const { count } = this.#unhelpful.get(id) ?? { count: 0 };
      this.#unhelpful.set(id, { story, questionType, count: count + 1 });
    }
  }

  async forget(asker: Asker): Promise<void> {
    const by = askerId(asker);
    this.#read.forget(by);
    const { platform } = asker;
    for (const [key, conversation] of this.#conversations.all(platform)) {
      const others = conversation.turns.filter((turn) => turn.by !== by);
      const took = others.length < conversation.turns.length || conversation.touchedBy === by;
      if (key !== asker.conversation && !took) continue;
      if (others.length === 0) this.#conversations.delete(platform, key);
      else this.#conversations.set(platform, key, { ...conversation, turns: others });
    }
  }

  #get({ platform }: Asker, key: ConversationKey, now: number): Conversation {
    const found = this.#conversations.get(platform, key);
    if (!found || now - found.touchedAt >= this.#limits.keptFor) return freshConversation(now);
    const { touchedBy: _, ...conversation } = found;
    return conversation;
  }
}

function channelOf({ platform, workspace, channel }: Asker): string {
  return JSON.stringify([platform, workspace, channel]);
}
