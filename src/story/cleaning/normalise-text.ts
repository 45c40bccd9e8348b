import { decodeEntity, ENTITY } from '../entities.ts';
import { type MappedText, rewriteMapped, trimMapped } from '../mapped-text.ts';

/**
 * Makes white space plain: every run of it one space, none at the ends; characters that are not seen (zero-width,
 * soft hyphens, controls, direction marks) go; HTML's character references become their characters. Line ends
 * stay, as `\n`. No word is changed.
 */
export function normaliseText(text: MappedText): MappedText {
  const decoded = text.text.includes('&')
    ? rewriteMapped(text, ENTITY, ([entity]) => decodeEntity(entity))
    : text;
  const visible = rewriteMapped(decoded, UNSEEN, () => '');
  const lines = rewriteMapped(visible, /\r\n?|[\u2028\u2029\u0085]/g, () => '\n');
  const joined = rewriteMapped(lines, /[^\S\n]*\n\s*|[^\S\n]+/g, ([space]) =>
    space.includes('\n') ? '\n' : ' ',
  );
  return trimMapped(joined);
}

/** Joiners stay after a character that needs them: an emoji, a letter of another script. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]|(?<![\u0250-\uffff])[\u200c\u200d]/g;
