/** Control characters but tab and line feed, and what HTML and XML have no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSHOWABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

/** Text as a page or a feed can hold it: without control characters and halves of characters. */
export function visible(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSHOWABLE, '');
}
