import type { PartOfSpeech, Token as Tagged } from './tagger.ts';
import type { Token } from './tokens.ts';

/** The part of speech of each of a text's tokens: that of the tagger's token it begins in. */
export function tokenTags(tokens: readonly Token[], tagged: readonly Tagged[]): readonly PartOfSpeech[] {
  let cursor = 0;
  return tokens.map((token) => {
    while (cursor < tagged.length - 1 && (tagged[cursor]?.end ?? 0) <= token.start) cursor++;
    return tagged[cursor]?.pos ?? 'X';
  });
}
