import type { Slug } from '../story/article.ts';

/**
 * What a subscription's readers have been told of, by story, after one more digest.
 * @param told the versions that this digest was about
 * @param superseded it began before a newer one and ends after it: they may know newer versions by now
 */
export function briefedAfter(
  briefed: ReadonlyMap<Slug, number>,
  told: ReadonlyMap<Slug, number>,
  superseded: boolean,
): ReadonlyMap<Slug, number> {
  const news = [...told].filter(
    ([story, version]) => !superseded || version >= (briefed.get(story) ?? version),
  );
  return new Map([...briefed, ...news]);
}
