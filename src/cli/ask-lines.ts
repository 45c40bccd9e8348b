import { z } from 'zod';
import type { Context } from '../answering/answer.ts';
import type { Reading } from '../chat/reading.ts';
import { readLines } from '../ops/read-lines.ts';
import { oneLine } from './failure.ts';
import { answerJson } from './json-output.ts';
import { type World, write } from './world.ts';

const ID = z.union([z.string(), z.number()]);
const ASKED = z.object({ id: ID, question: z.string(), follows: ID.nullish() });
type Asked = z.infer<typeof ASKED>;

/**
 * Answers `{"id","question","follows"?}` lines from the input, a line each, in order, as they come. A line
 * that cannot be answered is one `stdin:LINE: …` on `errors`, and the rest goes on.
 * @returns the exit code: 1 when any line could not be answered
 */
export async function askLines(reading: Reading, world: World): Promise<number> {
  const asked = new Map<string, Context>();
  let exitCode = 0;
  for await (const { number, text } of readLines(world.input)) {
    if (text?.trim() === '') continue;
    const line = readAsked(text, asked);
    if ('fault' in line) {
      exitCode = 1;
      await write(world.errors, `${oneLine(`stdin:${number}: ${line.fault}`)}\n`);
      continue;
    }
    const { id, question, follows } = line;
    const before = follows === undefined || follows === null ? undefined : asked.get(keyOf(follows));
    const answer = reading.answer(question, before);
    asked.set(keyOf(id), { question, answer, ...(before && { before }) });
    await write(world.output, `${JSON.stringify({ id, ...answerJson(answer) })}\n`);
  }
  return exitCode;
}

function readAsked(
  text: string | undefined,
  asked: ReadonlyMap<string, Context>,
): Asked | { readonly fault: string } {
  if (text === undefined) return { fault: 'the line is too long: give at most 1,000,000 characters' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'not JSON: give one {"id","question"} object a line' };
  }
  const parsed = ASKED.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}": ` : '';
    return {
      fault: `${where}${issue?.message ?? 'not a question'}: give {"id","question"} with a text or number as id`,
    };
  }
  const { follows } = parsed.data;
  if (follows === undefined || follows === null || asked.has(keyOf(follows))) return parsed.data;
  return { fault: `"follows" names no earlier line: ${JSON.stringify(follows).slice(0, 80)}` };
}

/** 1 and "1" are different ids. */
function keyOf(id: string | number): string {
  return `${typeof id} ${id}`;
}
