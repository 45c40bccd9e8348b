import type { Chat } from '../../src/chat/chat.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { canvasOf } from './canvas.ts';
import { renderReply } from './render-reply.ts';
import type { Terminal } from './terminal.ts';

/** The terminal adapter's one door, for the command line. What only a talk needs is loaded for one. */
export const terminalAdapter = {
  talk: async (chat: Chat, terminal: Terminal): Promise<void> =>
    (await import('./talk.ts')).talk(chat, terminal),
  answerLines: async (chat: Chat, terminal: Terminal): Promise<void> =>
    (await import('./answer-lines.ts')).answerLines(chat, terminal),
  /** A reply as text for this output, without a line break at its end. */
  print: (reply: Reply, terminal: Pick<Terminal, 'output' | 'env'>): string =>
    renderReply(reply, canvasOf(terminal)),
};
