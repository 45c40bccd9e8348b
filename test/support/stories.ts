import { createHash } from 'node:crypto';
import type { Shelf } from '../../src/chat/reading.ts';
import type { Asker, ConversationKey, Intent, Request } from '../../src/chat/request.ts';
import type { Article, Slug } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';
import type { Story, Version } from '../../src/story/story.ts';
import { createStoryIndex } from '../../src/story/story-index.ts';

/** A morning to test at: 2026-11-02T08:00:00Z. */
export const MORNING = Date.UTC(2026, 10, 2, 8);

/** The article of a story file's text. */
export function articleOf(markdown: string, file = 'story.md'): Article {
  const { article, problems } = parseArticle(markdown, { file });
  if (!article) throw new Error(problems.map(({ what }) => what).join('; '));
  return article;
}

/** Stories to ask about, from the text of their files; `replace` puts a new version of one in its place. */
export interface TestShelf extends Shelf {
  replace(markdown: string): void;
  remove(slug: string): void;
  /** As if that version had never been kept. */
  lose(slug: string, version: number): void;
}

export function shelfWith(...markdowns: readonly string[]): TestShelf {
  const index = createStoryIndex();
  const versions = new Map<Slug, Version[]>();
  const order: Slug[] = [];
  const put = (markdown: string): void => {
    const article = articleOf(markdown, `story-${order.length}.md`);
    const seen = versions.get(article.slug) ?? [];
    const contentHash = createHash('sha256').update(markdown).digest('hex');
    versions.set(article.slug, [...seen, { number: seen.length + 1, contentHash, seenAt: MORNING, article }]);
    index.put(article.slug, article);
    if (!order.includes(article.slug)) order.push(article.slug);
  };
  for (const markdown of markdowns) put(markdown);
  const get = (wanted: Slug): Story | undefined => {
    const latest = order.includes(wanted) ? versions.get(wanted)?.at(-1) : undefined;
    return latest && { slug: wanted, title: latest.article.title, latest };
  };
  return {
    all: () => order.flatMap((each) => get(each) ?? []),
    get,
    search: (words) => index.search(words).flatMap((each) => get(each) ?? []),
    versions: (wanted) => versions.get(wanted) ?? [],
    replace: put,
    lose(wanted, version) {
      const kept = (versions.get(wanted as Slug) ?? []).filter(({ number }) => number !== version);
      versions.set(wanted as Slug, kept);
    },
    remove(wanted) {
      order.splice(order.indexOf(wanted as Slug), 1);
      index.remove(wanted as Slug);
    },
  };
}

export function slug(name: string): Slug {
  return name as Slug;
}

export function asker(given: Partial<Omit<Asker, 'conversation'>> & { conversation?: string } = {}): Asker {
  const { conversation = 'talk', ...rest } = given;
  return {
    platform: 'discord',
    workspace: 'newsroom',
    channel: 'front-page',
    user: 'mira',
    manager: false,
    ...rest,
    conversation: conversation as ConversationKey,
  };
}

export function request(intent: Intent, who: Asker = asker(), at = MORNING): Request {
  return { asker: who, intent, at };
}

/** Two stories with little in common. */
export const BRIDGE = `---
title: City council votes to close the old harbour bridge
slug: harbour-bridge
source: The Harbour Gazette
url: https://gazette.example/bridge
published: 2026-10-30
---

The city council voted on Thursday to close the old harbour bridge to cars after engineers found cracks in two of its pillars.

Mayor Ingrid Solheim said the bridge would stay open to pedestrians and cyclists. “Nobody should have to swim to work,” she said.

She expects repairs to cost 14 million euros and to take three years.

Shop owners on the north bank fear losing customers. “We will not survive three years,” said baker Tomas Reyes.
`;

export const WHALES = `---
title: Humpback whales return to the northern fjord
slug: fjord-whales
source: Coastal News
published: 2026-10-28
---

At least 40 humpback whales have been counted in the northern fjord this autumn, the most since records began in 1987.

Marine biologist Aino Lehtonen believes the herring drew them in. “They follow the food,” Lehtonen said.

Several sources told Coastal News that tour boats had come too close on Sunday.
`;
