import { LIMITS } from '../limits.ts';
import type { Piece } from './render-block.ts';

/** Text displays in one message; the rest of its components is for buttons, rows and the frame. */
const DISPLAYS = 18;

/** What one message holds: the texts of its displays, and all of it as a reader sees it. */
export interface Filling {
  readonly texts: readonly string[];
  readonly plain: string;
}

/**
 * Lays pieces into messages in their order, each as full as it goes.
 * @param reserved characters of the first message that are spoken for; it may then hold no piece at all
 */
export function fillMessages(pieces: readonly Piece[], reserved = 0): readonly Filling[] {
  let message = { texts: [] as string[], plain: '' };
  const messages = [message];
  let room = LIMITS.text - reserved;
  for (const { text, plain, joint } of pieces) {
    const last = message.texts.at(-1);
    const joined = joint === '\n' && last !== undefined ? `${last}\n${text}` : undefined;
    const grows = joined === undefined ? text.length : text.length + 1;
    if (grows > room || (joined === undefined && message.texts.length >= DISPLAYS)) {
      message = { texts: [text], plain };
      messages.push(message);
      room = LIMITS.text - text.length;
      continue;
    }
    if (joined === undefined) message.texts.push(text);
    else message.texts[message.texts.length - 1] = joined;
    message.plain += message.plain === '' ? plain : joint + plain;
    room -= grows;
  }
  return messages;
}
