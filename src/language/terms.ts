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
    if (!isContent(token, tokens[index - 1])) continue;
    terms.push({ stem: stemOf(token), lower: plain(token), index });
  }
  return terms;
}

/** The stem of a token, content or not; numbers and marks stay as they are. */
export function stemOf(token: Token): string {
  return token.kind === 'word' ? stem(plain(token)) : token.lower;
}

/** Dotted abbreviations without their dots. */
function plain({ kind, lower }: Token): string {
  return kind === 'word' ? lower.replaceAll('.', '') || lower : lower;
}

function isContent(token: Token, before: Token | undefined): boolean {
  if (token.kind === 'mark') return token.lower === '%';
  // "US" is a country where "us" is a pronoun; "the us" too, since no pronoun has an article.
  if (token.text === 'US' || token.text === 'IT') return true;
  if (token.lower === 'us' && before?.lower === 'the') return true;
  return !isStopWord(token.lower) && (token.kind === 'number' || token.lower.length > 1);
}
