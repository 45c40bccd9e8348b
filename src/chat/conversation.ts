import type { Answer, Context } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Asker } from './request.ts';

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
  /** Of those, on a platform: where anybody may begin them, they must not push out what others have elsewhere. */
  readonly apart?: Readonly<Partial<Record<Asker['platform'], number>>>;
}

export const CONVERSATION_LIMITS: ConversationLimits = {
  keptFor: 24 * 3_600_000,
  turns: 10,
  conversations: 10_000,
  apart: { web: 1_000 },
};

/** Questions are remembered up to this length; what follows adds nothing to a follow-up's meaning. */
const QUESTION_KEPT = 500;

/** A conversation that nothing is known of. */
export function freshConversation(now: number): Conversation {
  return { turns: [], touchedAt: now };
}

/** The conversation with a question and its answer more. */
export function withTurn(before: Conversation, turn: Turn, now: number): Conversation {
  const kept = { ...turn, question: turn.question.slice(0, QUESTION_KEPT).toWellFormed() };
  const turns = [...before.turns, kept].slice(-CONVERSATION_LIMITS.turns);
  return { story: turn.story, turns, last: 'answer', touchedAt: now };
}

/** The conversation once it is about a story, and what was told last. */
export function settledOn(
  before: Conversation,
  story: Slug,
  last: Conversation['last'],
  now: number,
): Conversation {
  return { ...before, story, ...(last && { last }), touchedAt: now };
}

/** A person across the channels of their platform; on Slack, within their workspace. */
export function askerId({
  platform,
  workspace,
  user,
}: Pick<Asker, 'platform' | 'workspace' | 'user'>): string {
  // Slack's ids name somebody within their workspace only.
  return platform === 'slack' ? `${platform}:${workspace}/${user}` : `${platform}:${user}`;
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
