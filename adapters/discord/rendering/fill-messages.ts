import { LIMITS } from '../limits.ts';
import type { Piece } from './render-block.ts';

/** Text displays in one message; the rest of its components is for buttons, rows and the frame. */
const DISPLAYS = 18;

/**
 * Lays pieces into messages in their order, each as full as it goes: the texts of its displays.
 * @param reserved characters of the first message that are spoken for; it may then hold no piece at all
 */
export function fillMessages(pieces: readonly Piece[], reserved = 0): readonly (readonly string[])[] {
  let message: string[] = [];
  const messages = [message];
  let room = LIMITS.text - reserved;
  for (const { text, goesOn } of pieces) {
    const last = message.at(-1);
    const joined = goesOn && last !== undefined ? `${last}\n${text}` : undefined;
    const grows = joined === undefined ? text.length : text.length + 1;
    if (grows > room || (joined === undefined && message.length >= DISPLAYS)) {
      message = [text];
      messages.push(message);
      room = LIMITS.text - text.length;
    } else {
      if (joined === undefined) message.push(text);
      else message[message.length - 1] = joined;
      room -= grows;
    }
  }
  return messages;
}
