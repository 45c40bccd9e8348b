import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerQuestion, prepare } from '../../src/answering/answer-question.ts';
import { suggestQuestions } from '../../src/answering/suggest-questions.ts';
import { parseArticle } from '../../src/story/parse-article.ts';

const files = [
  'content/us-russia-ukraine-crisis.md',
  'bench/training/a-03-chile-miners.md',
  'bench/training/b-20-thai-cave.md',
];

describe.each(files)('the suggestions for %s', (file) => {
  const { article } = parseArticle(readFileSync(file), { file });
  if (!article) throw new Error(`${file} does not parse`);
  const story = prepare(article);
  const all = suggestQuestions(story, 20);

  it('are at least three', () => {
    expect(all.length).toBeGreaterThanOrEqual(3);
  });

  it.each(all)('"%s" is answered, and fits a button', (question) => {
    expect(question.length).toBeLessThanOrEqual(75);
    expect(answerQuestion(story, question).kind).toBe('answer');
  });

  it('leave out what was just asked', () => {
    const [question = ''] = all;
    const context = { question: question.toLowerCase(), answer: answerQuestion(story, question) };
    expect(suggestQuestions(story, 20, context)).not.toContain(question);
  });
});
