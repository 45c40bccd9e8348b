import type { Article } from '../story/article.ts';
import { readArticle } from './read-article.ts';
import type { Reading } from './reading.ts';

/**
 * Makes each article ready once, whoever asks: chat and digests share what it takes.
 * @param read makes an article ready
 */
export function sharedReadings(
  read: (article: Article) => Reading = readArticle,
): (article: Article) => Reading {
  const readings = new WeakMap<Article, Reading>();
  return (article) => {
    const ready = readings.get(article) ?? read(article);
    readings.set(article, ready);
    return ready;
  };
}
