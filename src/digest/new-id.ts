import { randomFillSync } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 16;

/** Chance for many names at a time: asking the system for each takes longer than making it. */
const chance = new Uint8Array(256 * LENGTH);
let used = chance.length;

/**
 * A name that no other thing will have: letters and digits, 80 bits of chance. With a part's number behind it, it
 * fits where platforms take 25 characters.
 */
export function newId(): string {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const bytes = chance.subarray(used, used + LENGTH);
  used += LENGTH;
  // 32 divides 256: every letter is as likely.
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}
