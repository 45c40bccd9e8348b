import { z } from 'zod';
import type { QuestionType } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Turn } from './conversation.ts';

const cited = z.object({
  text: z.string(),
  paragraph: z.int(),
  sentence: z.int(),
  start: z.int(),
  end: z.int(),
  damaged: z.exactOptional(z.enum(['start', 'end'])),
});

const QUESTION_TYPES = [
  'who',
  'what',
  'when',
  'where',
  'why',
  'how',
  'how-many',
  'yes-no',
  'quote',
  'topic',
] as const satisfies readonly QuestionType[];

const turn = z.object({
  story: z.string().transform((slug) => slug as Slug),
  version: z.int(),
  question: z.string(),
  answer: z.object({
    kind: z.enum(['answer', 'unanswered']),
    confidence: z.number(),
    sentences: z.array(cited),
    span: z.exactOptional(cited),
    type: z.enum(QUESTION_TYPES),
  }),
  follows: z.boolean(),
  by: z.string(),
});

/** A turn as text that `readTurn` reads. */
export function writeTurn(given: Turn): string {
  return JSON.stringify(given);
}

/** The turn again; `undefined` when another version of the program wrote it otherwise: it is forgotten early. */
export function readTurn(text: string): Turn | undefined {
  const parsed = turn.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}
