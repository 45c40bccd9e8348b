import type { Answer } from '../answering/answer.ts';
import type { Brief } from '../briefing/brief.ts';

/** An answer as `ask --json` and `--jsonl` print it (docs: the JSON contract). */
export function answerJson(answer: Answer): Readonly<Record<string, unknown>> {
  const { kind, confidence, sentences, span } = answer;
  return { kind, confidence, sentences, span: span ?? null };
}

/** A brief as `brief --json` prints it. */
export function briefJson({ title, summary, facts }: Brief): Readonly<Record<string, unknown>> {
  const { people, quotes, places, organisations, dates, numbers, timeline } = facts;
  return { title, summary, people, quotes, places, organisations, dates, numbers, timeline };
}
