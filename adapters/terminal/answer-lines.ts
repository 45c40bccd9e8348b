import type { Chat } from '../../src/chat/chat.ts';
import { wording } from '../../src/chat/wording.ts';
import { readLines } from '../../src/ops/read-lines.ts';
import { canvasOf } from './canvas.ts';
import { renderReply } from './render-reply.ts';
import { safeText } from './safe-text.ts';
import { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/**
 * Answers each line of an input that is no terminal, as one conversation, and returns at its end or at
 * `/quit`. Each answer follows its question, so that the output reads as a transcript.
 */
export async function answerLines(chat: Chat, terminal: Terminal): Promise<void> {
  const session = new Session(chat, terminal.now);
  const canvas = canvasOf(terminal);
  for await (const { text } of readLines(terminal.input)) {
    if (text === undefined) {
      await write(terminal, `  ${wording.terminal.tooLong}\n\n`);
      continue;
    }
    const { picked, reply, leave } = await session.take(text);
    if (leave) return;
    if (!reply) continue;
    const said = shortened(safeText(picked ?? text.trim()));
    await write(terminal, `${wording.terminal.prompt}${said}\n\n${renderReply(reply, canvas)}\n\n`);
  }
}

const SAID_SHOWN = 200;

function shortened(said: string): string {
  return said.length <= SAID_SHOWN ? said : `${said.slice(0, SAID_SHOWN).toWellFormed()}…`;
}

/** Waits for a slow reader rather than filling the memory. */
async function write({ output }: Terminal, text: string): Promise<void> {
  if (!output.write(text) && !output.destroyed)
    await new Promise<void>((resolve) => output.once('drain', resolve));
}
