import { citePart, citeSentence } from '../story/article.ts';
import type { Answer, Context } from './answer.ts';
import { confidenceFeatures } from './confidence.ts';
import { matchQuestion } from './match-question.ts';
import type { Prepared } from './prepare.ts';
import { rank } from './rank.ts';
import { settle } from './settle.ts';
import { shippedWeights } from './weights.ts';

export { type Prepared, prepare } from './prepare.ts';

/** How many sentences an answer offers. */
const OFFERED = 5;

/**
 * Answers a question from the story's own sentences. Never throws on any text; an empty question gets an
 * empty, unanswered answer.
 * @param context what the question follows, when it follows something
 */
export function answerQuestion(prepared: Prepared, question: string, context?: Context): Answer {
  const weights = shippedWeights();
  const match = matchQuestion(prepared, question, context);
  const { type } = match.question;
  const words = match.question.tokens.some((token) => token.kind !== 'mark');
  const { ranking, span: found } = settle(match, rank(prepared, match, weights.ranking), weights.spans);
  const [top] = words ? ranking.ranked : [];
  if (!top) return { kind: 'unanswered', confidence: 0, sentences: [], type };
  const { bias, threshold, weights: telling } = weights.confidence;
  const features = confidenceFeatures(prepared, match, ranking, found);
  let score = bias;
  for (const [name, weight] of telling) score += weight * (features[name] ?? 0);
  const confidence = 1 / (1 + Math.exp(-score));
  return {
    kind: confidence >= threshold ? 'answer' : 'unanswered',
    confidence,
    sentences: ranking.ranked.slice(0, OFFERED).map(({ unit }) => citeSentence(unit.sentence)),
    ...(found && { span: citePart(top.unit.sentence, found.from, found.to) }),
    type,
  };
}
