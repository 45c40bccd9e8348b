import type { Cited } from '../story/article.ts';

/**
 * What the story says to a question. `confidence` is the probability that the story answers it and
 * `sentences[0]` is right; `kind` is `answer` exactly when it reaches the shipped threshold.
 */
export interface Answer {
  readonly kind: 'answer' | 'unanswered';
  readonly confidence: number;
  /** At most five, best first; given also when unanswered: the nearest the story comes. Empty only for an empty question. */
  readonly sentences: readonly Cited[];
  /** The short answer inside `sentences[0]`. */
  readonly span?: Cited;
  readonly type: QuestionType;
}

/** What a question asks for. `topic`: bare keywords or a name. */
export type QuestionType =
  | 'who'
  | 'what'
  | 'when'
  | 'where'
  | 'why'
  | 'how'
  | 'how-many'
  | 'yes-no'
  | 'quote'
  | 'topic';

/** What came before a follow-up in the same conversation. */
export interface Context {
  readonly question: string;
  readonly answer: Answer;
  /** What that question itself followed. */
  readonly before?: Context;
}
