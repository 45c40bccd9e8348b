import { readNames } from '../language/names/read-names.ts';
import type { Article, Cited } from '../story/article.ts';
import { firstMention, inStoryOrder } from './first-mention.ts';

/** The places a story names, each once, at first mention. */
export function findPlaces(article: Article): readonly Cited[] {
  const places = readNames(article).filter(({ type, also }) => type === 'place' || also === 'place');
  return inStoryOrder(places.flatMap((named) => firstMention(named) ?? []));
}
