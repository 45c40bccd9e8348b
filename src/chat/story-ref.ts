import type { Article, Published } from '../story/article.ts';
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
  if (published) spans.push(...(source ? [plain(' · ')] : []), publishedSpan(published));
  return spans.length === 0 ? undefined : spans;
}

/** When an article appeared: in the reader's own time where the time of day is known. */
export function publishedSpan({ date, instant }: Published): WordSpan {
  return instant === undefined ? plain(longDate(date)) : { kind: 'time', instant, text: longDate(date) };
}

function plain(words: string): WordSpan {
  return { kind: 'text', text: words };
}
