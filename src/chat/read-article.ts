import type { Answer } from '../answering/answer.ts';
import { answerQuestion, prepare } from '../answering/answer-question.ts';
import { suggestQuestions } from '../answering/suggest-questions.ts';
import type { Brief, Depth } from '../briefing/brief.ts';
import { makeBrief } from '../briefing/make-brief.ts';
import type { Article } from '../story/article.ts';
import type { Reading } from './reading.ts';

/** Answers kept for questions asked on their own: suggested ones are asked often. */
const ANSWERS_KEPT = 200;
const QUESTION_KEPT = 100;

/**
 * Makes an article ready for the chat: its index on the first question, each brief on its first use, the
 * last answers; all kept as long as the article is.
 */
export function readArticle(article: Article): Reading {
  let prepared: ReturnType<typeof prepare> | undefined;
  const index = () => {
    prepared ??= prepare(article);
    return prepared;
  };
  const briefs = new Map<Depth, Brief>();
  const answers = new Map<string, Answer>();
  const answerAlone = (question: string): Answer => {
    const known = answers.get(question);
    if (known) return known;
    const answer = answerQuestion(index(), question);
    if (answers.size >= ANSWERS_KEPT) answers.clear();
    if (question.length <= QUESTION_KEPT) answers.set(question, answer);
    return answer;
  };
  return {
    article,
    brief(depth) {
      const brief = briefs.get(depth) ?? makeBrief(article, depth);
      briefs.set(depth, brief);
      return brief;
    },
    answer: (question, context) =>
      context ? answerQuestion(index(), question, context) : answerAlone(question),
    suggestions: (limit, context) => suggestQuestions(index(), limit, context),
  };
}
