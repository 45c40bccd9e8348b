import { citePart, citeSentence } from '../story/article.ts';
import type { Answer, Context } from './answer.ts';
import { confidenceFeatures } from './confidence.ts';
import { type Match, matchQuestion } from './match-question.ts';
import type { Prepared } from './prepared.ts';
import { rank } from './rank.ts';
import { scorer } from './ranking-model.ts';
import { settle } from './settle.ts';
import { shippedWeights, type Weights } from './weights.ts';

export { prepare } from './prepare.ts';
export type { Prepared } from './prepared.ts';

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
  const learned = confidenceOf(confidenceFeatures(prepared, match, ranking, found), weights);
  const confidence = meetsNothing(match) ? Math.min(learned, UNMET) : learned;
  return {
    kind: confidence >= weights.confidence.threshold ? 'answer' : 'unanswered',
    confidence,
    sentences: ranking.ranked.slice(0, OFFERED).map(({ unit }) => citeSentence(unit.sentence)),
    ...(found && { span: citePart(top.unit.sentence, found.from, found.to) }),
    type,
  };
}

/** What remains of the confidence when the story has no word of the question, by any likeness. */
const UNMET = 0.02;
/** Weaker likenesses than this are chance. */
const FAINT = 0.35;

/** The learned confidence has hardly seen such a question: what people ask has some word in common with the story. */
function meetsNothing({ terms, previous }: Match): boolean {
  return (
    previous === undefined &&
    terms.length > 0 &&
    terms.every(({ best }) => best.every((strength) => strength < FAINT))
  );
}

let confidenceScore: ReturnType<typeof scorer> | undefined;

/** The probability that the story answers and the first sentence is right. */
function confidenceOf(features: Readonly<Record<string, number>>, { confidence }: Weights): number {
  confidenceScore ??= scorer(confidence.model, Object.keys(features));
  return 1 / (1 + Math.exp(-confidence.bias - confidenceScore(Object.values(features))));
}
