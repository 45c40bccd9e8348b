import type { Reply } from '../../src/chat/reply.ts';
import { answerLines } from './answer-lines.ts';
import { renderReply } from './render-reply.ts';
import { canvasOf, type Terminal, talk } from './talk.ts';

/** The terminal adapter's one door, for the command line. */
export const terminalAdapter = {
  talk,
  answerLines,
  /** A reply as text for this output, without a line break at its end. */
  print: (reply: Reply, terminal: Pick<Terminal, 'output' | 'env'>): string =>
    renderReply(reply, canvasOf(terminal)),
};
