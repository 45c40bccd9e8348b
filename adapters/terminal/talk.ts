import { createInterface } from 'node:readline';
import type { Chat } from '../../src/chat/chat.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { wording } from '../../src/chat/wording.ts';
import { canvasOf } from './canvas.ts';
import { completions } from './complete.ts';
import { type Canvas, renderReply } from './render-reply.ts';
import { safeText } from './safe-text.ts';
import { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/**
 * Talks with the person at a terminal until they leave: `/quit`, Ctrl-C or Ctrl-D, or somebody for them. Questions typed are kept
 * in this session's history only.
 */
export async function talk(chat: Chat, terminal: Terminal): Promise<void> {
  const { input, output, now, leave } = terminal;
  const session = new Session(chat, now);
  const show = (text: string) => output.write(`\n${text}\n\n`);
  const greeting = await session.ask({ kind: 'greet' });
  const canvas = canvasOf(terminal);
  show(`${renderReply(greeting, canvas)}\n\n  ${canvas.paint.faint(wording.terminal.start)}`);
  const lines = createInterface({
    input,
    output,
    terminal: output.isTTY === true,
    prompt: wording.terminal.prompt,
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: (line: string) => [[...completions(chat, session.story?.slug, line)], line],
  });
  // Lines pasted together are answered one after the other, in order.
  let working = Promise.resolve();
  lines.on('line', (line) => {
    working = working.then(async () => {
      const turn = await session.take(line);
      if (turn.leave) return lines.close();
      if (turn.reply) show(shownTurn(turn.reply, turn.picked, canvasOf(terminal)));
      if (isOpen) lines.prompt();
    });
  });
  lines.on('SIGINT', () => lines.close());
  // Whoever leaves while an answer is on its way is asked nothing more: there is nothing left to ask with.
  let isOpen = true;
  const closed = new Promise<void>((resolve) =>
    lines.once('close', () => {
      isOpen = false;
      resolve();
    }),
  );
  leave?.addEventListener('abort', () => lines.close());
  if (leave?.aborted) lines.close();
  else lines.prompt();
  await closed;
  await working;
  output.write(`${wording.terminal.leaving}\n`);
}

/** The reply, under the words of the choice it answers: a number alone says little in a transcript. */
function shownTurn(reply: Reply, picked: string | undefined, canvas: Canvas): string {
  const choice = picked === undefined ? '' : `  ${canvas.paint.pick(safeText(picked))}\n\n`;
  return choice + renderReply(reply, canvas);
}
