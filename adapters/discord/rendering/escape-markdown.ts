/**
 * Signs that can open or close formatting anywhere in a line of Discord's Markdown: emphasis, strike,
 * spoiler, code, links, and the angle brackets of mentions, emoji, timestamps and bare links. A backslash
 * before any sign shows the sign.
 */
const SIGNS = /[\\*_~|`[\]<@]/g;
/** A link ends at `](`, and its text is looked for without regard to backslashes: the pair must not stand together. */
const LINK_END = /\]\(/g;
/** What would make an address clickable. */
const ADDRESS = /:(?=\/)/g;
/** What means something only where a line begins: heading, small print, list, quote. */
const LINE_START = /^([ \t]*)(?:([#>+-])|(\d{1,10})([.)]))/gm;

/** Text as Discord shows it letter by letter: nothing in it formats, links, mentions or hides. */
export function escapeMarkdown(text: string): string {
  return escapeLineStarts(escapeInside(text));
}

/** The same for a text that may stand in the middle of a line; its line starts are still to be escaped. */
export function escapeInside(text: string): string {
  return text.toWellFormed().replace(SIGNS, '\\$&').replace(LINK_END, ']\\(').replace(ADDRESS, '\\:');
}

/** Escapes what would open a block; formatting of our own never begins with such a sign. */
export function escapeLineStarts(markdown: string): string {
  return markdown.replace(
    LINE_START,
    (_, indent: string, sign: string | undefined, digits = '', point = '') =>
      sign === undefined ? `${indent}${digits}\\${point}` : `${indent}\\${sign}`,
  );
}
