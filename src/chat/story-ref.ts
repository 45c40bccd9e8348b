import type { Article } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import { text } from './citing.ts';
import { longDate } from './dates.ts';
import type { Inline, StoryRef } from './reply.ts';

/** A story as replies name it. */
export function storyRef(story: Story): StoryRef {
  const { number, article } = story.latest;
  return {
    slug: story.slug,
    title: story.title,
    version: number,
    ...(article.source !== undefined && { source: article.source }),
    ...(article.url !== undefined && { url: article.url }),
  };
}

/** "Al Jazeera · 20 January 2022", linked to the source; `undefined` when the story gives neither. */
export function sourceLine(article: Article): Inline | undefined {
  const { source, url, published } = article;
  const date = published === undefined ? undefined : longDate(published.date);
  if (source === undefined && date === undefined) return undefined;
  const name = source ?? '';
  const named: Inline =
    url !== undefined && name !== ''
      ? [{ kind: 'link', text: name, href: url }]
      : name === ''
        ? []
        : [text(name)];
  const tail = date === undefined ? [] : [text(name === '' ? date : ` · ${date}`)];
  return [...named, ...tail];
}
