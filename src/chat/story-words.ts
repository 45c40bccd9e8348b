import type { Article } from '../story/article.ts';

/**
 * How a story uses a phrase: as a name of its own ("a flight to Nice"), as ordinary words, or not at all.
 * @param phrase lower case, words a space apart
 */
export function usageIn(article: Article, phrase: string): 'name' | 'words' | 'none' {
  const words = phrase
    .split(' ')
    .map((word) => word.replace(/[^\p{L}\p{N}']/gu, ''))
    .filter((word) => word !== '');
  if (words.length === 0) return 'none';
  const capitalised = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  // After a lower-case word, so that no sentence's first word counts, and not part of a longer name.
  const name = new RegExp(
    `(?<=\\p{Ll},? )${pattern(capitalised)}(?![\\p{L}\\p{N}]|[-’'] ?\\p{L}| \\p{Lu})`,
    'u',
  );
  if (name.test(article.body)) return 'name';
  const anywhere = new RegExp(`(?<![\\p{L}\\p{N}])${pattern(words)}(?![\\p{L}\\p{N}])`, 'iu');
  return anywhere.test(article.body) || anywhere.test(article.headline.text) ? 'words' : 'none';
}

function pattern(words: readonly string[]): string {
  return words.map((word) => word.replaceAll("'", "['’]")).join('\\s');
}
