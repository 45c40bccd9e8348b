/**
 * Scores the confidence on questions that look answerable and are not: SQuAD 2.0's adversarial ones, each asked
 * of its own paragraph. Prints the AUC: the chance that an answerable question is given more confidence than an
 * unanswerable one, ties counted half. Only scores: nothing is learned from this file.
 *
 *   node bench/score-unanswerable.ts
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { answerQuestion, prepare } from '../src/answering/answer-question.ts';
import { plainArticle } from './train/cases.ts';

const File = z.object({
  articles: z.array(
    z.object({
      t: z.string(),
      p: z.array(z.string()),
      q: z.array(z.tuple([z.number(), z.string(), z.array(z.tuple([z.number(), z.string()])), z.string()])),
    }),
  ),
});

interface Scored {
  readonly answerable: boolean;
  /** The first sentence holds a right answer. */
  readonly right: boolean;
  readonly confidence: number;
  readonly answered: boolean;
}

const file = join(import.meta.dirname, '../../shared/bench/squad/unanswerable.json');
if (existsSync(file)) report(File.parse(JSON.parse(readFileSync(file, 'utf8'))).articles.flatMap(score));
else console.log('skipped: ../shared/bench/squad/unanswerable.json is not on this machine');

function score(article: z.infer<typeof File>['articles'][number]): Scored[] {
  const title = article.t.replaceAll('_', ' ');
  return article.p.flatMap((paragraph, number) => {
    const prepared = prepare(plainArticle(title, [paragraph.replace(/\s+/g, ' ').trim()]));
    const asked = article.q.filter(([of]) => of === number);
    return asked.map(([, question, answers]): Scored => {
      const { kind, confidence, sentences } = answerQuestion(prepared, question);
      const right = answers.some(([, text]) => sentences[0]?.text.includes(text.replace(/\s+/g, ' ')));
      return { answerable: answers.length > 0, right, confidence, answered: kind === 'answer' };
    });
  });
}

function report(all: readonly Scored[]): void {
  const answerable = all.filter((one) => one.answerable);
  const unanswerable = all.filter((one) => !one.answerable);
  const right = answerable.filter((one) => one.right);
  const abstained = unanswerable.filter((one) => !one.answered);
  const figures: readonly (readonly [string, number])[] = [
    ['auc', areaUnderCurve(answerable, unanswerable)],
    ['auc_of_right_answers', areaUnderCurve(right, unanswerable)],
    ['hit1', right.length / answerable.length],
    ['answered_right', right.filter((one) => one.answered).length / answerable.length],
    ['abstained_right', abstained.length / unanswerable.length],
  ];
  console.log(`${all.length} questions (${unanswerable.length} unanswerable), each of its own paragraph`);
  for (const [name, value] of figures) console.log(`${name.padEnd(22)} ${value.toFixed(4)}`);
}

/** By ranks (Mann and Whitney's U): sorting once instead of comparing every pair. */
function areaUnderCurve(above: readonly Scored[], below: readonly Scored[]): number {
  const sorted = [
    ...above.map((one) => ({ one, wins: true })),
    ...below.map((one) => ({ one, wins: false })),
  ].sort((a, b) => a.one.confidence - b.one.confidence);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.one.confidence === sorted[from]?.one.confidence) to++;
    // Those with the same confidence share the mean of their ranks, which count from 1.
    ranks += ((from + 1 + to) / 2) * sorted.slice(from, to).filter(({ wins }) => wins).length;
    from = to;
  }
  return (ranks - (above.length * (above.length + 1)) / 2) / (above.length * below.length);
}
