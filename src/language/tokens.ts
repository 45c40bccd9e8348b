/** A word, number or mark of a text; offsets are UTF-16 into that text, end exclusive. */
export interface Token {
  readonly text: string;
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
}

/**
 * Dotted abbreviations (U.S.), numbers with their separators (100,000; 2–1; 3.5), words, clitics apart from
 * their word ('s, n't stays with it: "didn't" is one word), then any single mark. Every alternative is linear.
 */
const TOKEN =
  /(?:\p{L}\.){2,}|\d+(?:[.,:–]\d+)*|['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{M}])|[\p{L}\p{M}]+(?:['’](?!(?:s|re|ve|ll|d|m)(?![\p{L}\p{M}]))[\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\d]/giu;

/** The tokens of a text in order; white space is dropped, everything else is in exactly one token. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    tokens.push({
      text: found,
      lower: found.toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + found.length,
      kind: kindOf(found),
    });
  }
  return tokens;
}

function kindOf(found: string): Token['kind'] {
  const first = found.charCodeAt(0);
  if (first >= 48 && first <= 57) return 'number';
  return /^['’]?[\p{L}\p{M}]/u.test(found) ? 'word' : 'mark';
}
