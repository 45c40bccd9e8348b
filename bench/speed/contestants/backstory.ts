import type { Context } from '../../../src/answering/answer.ts';
import { answerQuestion } from '../../../src/answering/answer-question.ts';
import { prepare } from '../../../src/answering/prepare.ts';
import type { Prepared } from '../../../src/answering/prepared.ts';
import { parseArticle } from '../../../src/story/parse-article.ts';
import type { BenchStory } from '../bench-story.ts';
import type { Ask, Contestant } from './contestant.ts';

/** This engine: from the file's text to answers, each with its short answer, its confidence and its context. */
export const backstory: Contestant = { name: 'Backstory', index: (story) => askAbout(readStory(story)) };

/** From a story's file to what questions are asked of. */
export function readStory({ markdown }: BenchStory): Prepared {
  const { article } = parseArticle(markdown, { file: 'bench.md' });
  if (!article) throw new Error('a story of the benchmark cannot be read');
  return prepare(article);
}

/** Asks as a conversation does: a follow-up has what it follows before it. */
export function askAbout(prepared: Prepared): Ask {
  const turns = new Map<string, Context>();
  return ({ id, question, follows }) => {
    const before = follows === undefined ? undefined : turns.get(follows);
    const answer = answerQuestion(prepared, question, before);
    turns.set(id, { question, answer, ...(before && { before }) });
    return answer;
  };
}
