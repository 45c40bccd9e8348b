import type { Article } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import { longDate } from './dates.ts';
import type { Span, StoryRef } from './reply.ts';

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

/** A span that has words of its own. */
type WordSpan = Exclude<Span, { kind: 'citation' }>;

/** "Al Jazeera · 20 January 2022", linked to the source; `undefined` when the story gives neither. */
export function sourceLine({ source, url, published }: Article): readonly WordSpan[] | undefined {
  const spans: WordSpan[] = [];
  if (source) spans.push(url === undefined ? plain(source) : { kind: 'link', text: source, href: url });
  if (published) spans.push(plain(`${source ? ' · ' : ''}${longDate(published.date)}`));
  return spans.length === 0 ? undefined : spans;
}

function plain(words: string): WordSpan {
  return { kind: 'text', text: words };
}
