import { answerQuestion, prepare } from '../answering/answer-question.ts';
import { suggestQuestions } from '../answering/suggest-questions.ts';
import type { Brief, Depth } from '../briefing/brief.ts';
import { makeBrief } from '../briefing/make-brief.ts';
import type { Article } from '../story/article.ts';
import type { Reading } from './reading.ts';

/** Makes an article ready for the chat: its index on the first question, each brief on its first use, kept after that. */
export function readArticle(article: Article): Reading {
  let prepared: ReturnType<typeof prepare> | undefined;
  const index = () => {
    prepared ??= prepare(article);
    return prepared;
  };
  const briefs = new Map<Depth, Brief>();
  return {
    article,
    brief(depth) {
      const brief = briefs.get(depth) ?? makeBrief(article, depth);
      briefs.set(depth, brief);
      return brief;
    },
    answer: (question, context) => answerQuestion(index(), question, context),
    suggestions: (limit, context) => suggestQuestions(index(), limit, context),
  };
}
