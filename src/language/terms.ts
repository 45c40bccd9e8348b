import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** A content word of a text: what questions and sentences are matched by. */
export interface Term {
  readonly stem: string;
  readonly lower: string;
  /** Index of its token. */
  readonly index: number;
}

/** The content words among tokens, in order: words and numbers that are not stop words. */
export function contentTerms(tokens: readonly Token[]): readonly Term[] {
  const terms: Term[] = [];
  for (const [index, token] of tokens.entries()) {
    if (!isContent(token)) continue;
    const lower = token.lower.replaceAll('.', '') || token.lower;
    terms.push({ stem: token.kind === 'number' ? token.lower : stem(lower), lower, index });
  }
  return terms;
}

function isContent(token: Token): boolean {
  if (token.kind === 'mark') return token.lower === '%';
  // "US" is a country where "us" is a pronoun.
  if (token.text === 'US' || token.text === 'IT') return true;
  return !isStopWord(token.lower) && (token.kind === 'number' || token.lower.length > 1);
}
