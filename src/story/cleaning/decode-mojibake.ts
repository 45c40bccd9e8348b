import { WINDOWS_1252 } from '../entities.ts';
import { type MappedText, rewriteMapped } from '../mapped-text.ts';

const TRAIL = `\\u0080-\\u00bf${WINDOWS_1252}`;
const SEQUENCE = new RegExp(
  `[\\u00c2-\\u00df][${TRAIL}]|[\\u00e0-\\u00ef][${TRAIL}]{2}|[\\u00f0-\\u00f4][${TRAIL}]{3}`,
  'g',
);
const decoder = new TextDecoder('utf-8', { fatal: true });
/** Text is garbled twice now and then; more often never. */
const MOST_PASSES = 3;

export interface Decoded {
  readonly text: MappedText;
  /** What was garbled and what it stands for, in order; empty when nothing was. */
  readonly pairs: readonly (readonly [string, string])[];
}

/**
 * Mends UTF-8 that was once read as Windows-1252 or Latin-1 ("â€™" for "’", "Ã©" for "é"). A sequence is decoded
 * only when its characters are, byte for byte, the UTF-8 of one character that prose has; all else stays.
 */
export function decodeMojibake(text: MappedText): Decoded {
  const pairs: [string, string][] = [];
  let mended = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = mended;
    mended = rewriteMapped(before, SEQUENCE, (match) => {
      const decoded = decodeSequence(match[0]);
      if (decoded === undefined || !isLikely(match, decoded)) return undefined;
      pairs.push([match[0], decoded]);
      return decoded;
    });
    if (mended === before) break;
  }
  return { text: mended, pairs };
}

function decodeSequence(sequence: string): string | undefined {
  try {
    return decoder.decode(Uint8Array.from(sequence, byteOf));
  } catch {
    return undefined;
  }
}

/** The byte that a character stands for in Windows-1252, or in Latin-1 where that has none. */
function byteOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < 256 ? code : WINDOWS_1252.indexOf(character) + 128;
}

/** Two characters may meet by chance ("Ü»"): then the result must be Latin, or its neighbour garbled too. */
function isLikely(match: RegExpExecArray, decoded: string): boolean {
  const [sequence] = match;
  if (sequence.length > 2) return true;
  const code = decoded.codePointAt(0) ?? 0;
  if (code >= 0xa0 && code < 0x180) return true;
  const after = match.input.slice(match.index + 2, match.index + 4);
  const before = match.input.slice(Math.max(0, match.index - 2), match.index);
  return [before, after].some((pair) => pair.length === 2 && /^[\u00c2-\u00df]/.test(pair) && isLetter(pair));
}

const isLetter = (pair: string): boolean => /^\p{L}$/u.test(decodeSequence(pair) ?? '');
