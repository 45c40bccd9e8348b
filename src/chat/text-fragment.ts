/** Sentences longer than this are pointed at by their first and last words: browsers and chats cut long links. */
const WHOLE_UP_TO = 80;
const WORDS_AT_EACH_END = 4;

/**
 * A link to a passage of a page, highlighted where the browser can (URL Fragment Text Directives,
 * https://wicg.github.io/scroll-to-text-fragment/): `#:~:text=start,end`, or `#:~:text=passage` when it is
 * short. Quote marks and other signs at its edges are left out, as pages and our cleaning may differ in them.
 * @param url the page; its own fragment is kept
 * @param passage the words to show; with none in it, the page itself is the link
 */
export function linkToPassage(url: string, passage: string): string {
  const words = passage
    .toWellFormed()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const page = url.split(':~:')[0]?.replace(/#$/, '') ?? url;
  if (words.length === 0) return page;
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive(words)}`;
}

function directive(words: readonly string[]): string {
  const whole = words.join(' ');
  if (whole.length <= WHOLE_UP_TO || words.length <= 2 * WORDS_AT_EACH_END) return encode(whole);
  const start = words.slice(0, WORDS_AT_EACH_END).join(' ');
  const end = words.slice(-WORDS_AT_EACH_END).join(' ');
  return `${encode(start)},${encode(end)}`;
}

/** Dash, comma and ampersand are signs of the directive's own; parentheses would end a Markdown link. */
function encode(words: string): string {
  return encodeURIComponent(words).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
