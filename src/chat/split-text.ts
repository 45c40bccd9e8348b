/**
 * Cuts a text into pieces of at most `limit` UTF-16 units that, joined, are the text again. A piece ends at
 * the last paragraph break that fits, else at a line (a list item), else a sentence, else a word, else
 * between two characters as people see them. White space stays with the piece it follows; a piece of nothing
 * but white space is possible, and an adapter that may not send one leaves it out.
 * @throws {RangeError} when the limit is below 2: a single character may need two units
 */
export function splitText(text: string, limit: number): readonly string[] {
  if (!(limit >= 2)) throw new RangeError(`a text cannot be split into pieces of ${limit}`);
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const cut = lastCut(rest, limit);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** Where the first piece of a text that is too long ends: the best cut in 1…limit. */
export function lastCut(text: string, limit: number): number {
  const window = text.slice(0, limit);
  // One unit more shows whether a boundary at the very end of the window is one.
  const ahead = text.slice(0, limit + 1);
  return (
    afterLast(window, '\n\n') ??
    afterLast(window, '\n') ??
    lastSentenceEnd(ahead, limit) ??
    lastWordEnd(ahead, limit) ??
    lastCharacterEnd(text, limit)
  );
}

function afterLast(window: string, mark: string): number | undefined {
  const at = window.lastIndexOf(mark);
  // A mark at the very beginning would leave an empty-looking piece and save nothing.
  return at > 0 ? at + mark.length : undefined;
}

const SENTENCE_END = /[.!?…]["'”’»)\]]{0,3}(?:\s?\[(?:¶\d{1,6}|headline)\])?\s/gu;
/** "J. Smith", "U.S. forces", "Gov. Ned": a full stop that ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s.(“"])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gov|Gen|Sen|Rep|Prof|St|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.$/u;

function lastSentenceEnd(ahead: string, limit: number): number | undefined {
  let last: number | undefined;
  for (const match of ahead.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (end > limit) continue;
    if (!ABBREVIATION.test(ahead.slice(Math.max(0, match.index - 8), match.index + 1))) last = end;
  }
  return last;
}

function lastWordEnd(ahead: string, limit: number): number | undefined {
  for (let end = Math.min(limit, ahead.length); end > 1; end--) {
    if (/\s/u.test(ahead[end - 1] ?? '')) return end;
  }
  return undefined;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function lastCharacterEnd(text: string, limit: number): number {
  let end = 0;
  // A flag or family emoji has some dozen units; a longer cluster is an attack and is cut inside.
  for (const { index, segment } of characters.segment(text.slice(0, limit + 64))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  if (end > 0) return end;
  const splitsPair =
    /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[limit] ?? '');
  return splitsPair ? limit - 1 : limit;
}
