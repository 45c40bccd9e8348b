import { readNames } from '../language/names/read-names.ts';
import { roleOf } from '../language/names/roles.ts';
import type { Article } from '../story/article.ts';
import type { Person } from './brief.ts';
import { firstMention, inStoryOrder } from './first-mention.ts';

/** The people a story names, each once, with what the story says they are. */
export function findPeople(article: Article): readonly Person[] {
  const people = readNames(article).flatMap((named) => {
    const cited = named.type === 'person' ? firstMention(named) : undefined;
    return cited === undefined ? [] : [{ ...cited, name: named.name, role: roleOf(named.mentions) }];
  });
  return inStoryOrder(people);
}
