const BLOCK_TAGS =
  'p|div|section|article|header|footer|main|aside|figure|figcaption|ul|ol|li|table|tr|tbody|thead|blockquote|center|h[1-6]|hr|br';
const INLINE_TAGS =
  'a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strike|strong|sub|sup|td|th|time|tt|u|var|wbr|iframe|video|audio|source|picture|svg|path|button|input|form|noscript|script|style|link|meta';
const TAG = new RegExp(`</?(${BLOCK_TAGS}|${INLINE_TAGS})(?:\\s[^<>]*)?/?>`, 'gi');
const BLOCK = new RegExp(`^(?:${BLOCK_TAGS})$`, 'i');

/**
 * Blanks the HTML inside a Markdown body without moving anything: tags, comments, scripts and styles become
 * white space or zero-width characters of the same length. What is no known tag ("<5", "x < y") stays.
 */
export function blankHtml(body: string): string {
  return body.includes('<') ? blankTags(blankHidden(body)) : body;
}

/** Blanks what a page never shows, comments, scripts and styles, with zero-width characters. */
export function blankHidden(html: string): string {
  const hidden = [
    ['<!--', '-->'],
    ['<script', '</script>'],
    ['<style', '</style>'],
  ] as const;
  return hidden.reduce((text, [opening, closing]) => blankClosed(text, opening, closing), html);
}

function blankTags(body: string): string {
  return body.replace(TAG, (tag, name: string) =>
    BLOCK.test(name)
      ? `${' '.repeat(tag.length - 2)}\n${/^br$/i.test(name) ? ' ' : '\n'}`
      : '\u200b'.repeat(tag.length),
  );
}

/** Blanks everything between an opening and its closing; an opening that is never closed stays text. */
function blankClosed(body: string, opening: string, closing: string): string {
  const open = new RegExp(opening, 'gi');
  const close = new RegExp(closing, 'gi');
  const parts: string[] = [];
  let done = 0;
  for (let from = open.exec(body); from; from = open.exec(body)) {
    close.lastIndex = from.index + opening.length;
    if (!close.test(body)) break;
    parts.push(body.slice(done, from.index));
    parts.push(body.slice(from.index, close.lastIndex).replace(/[^\r\n]/g, '\u200b'));
    done = close.lastIndex;
    open.lastIndex = done;
  }
  return parts.join('') + body.slice(done);
}
