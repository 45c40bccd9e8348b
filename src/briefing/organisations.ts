import { readNames } from '../language/names/read-names.ts';
import type { Article, Cited } from '../story/article.ts';
import { firstMention, inStoryOrder } from './first-mention.ts';

/** The organisations a story names, each once, at first mention. */
export function findOrganisations(article: Article): readonly Cited[] {
  const found = readNames(article).filter(
    ({ type, also }) => type === 'organisation' || also === 'organisation',
  );
  return inStoryOrder(found.flatMap((named) => firstMention(named) ?? []));
}
