import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * A name that no other thing will have: letters and digits, 80 bits of chance. With a part's number behind it, it
 * fits where platforms take 25 characters.
 */
export function newId(): string {
  // 32 divides 256: every letter is as likely.
  return Array.from(randomBytes(16), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
