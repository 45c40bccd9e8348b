import type { Story } from '../story/story.ts';
import { text } from './citing.ts';
import type { Desk } from './desk.ts';
import type { Inline, Reply } from './reply.ts';
import { sourceLine, storyRef } from './story-ref.ts';
import { choices, refusal } from './which-story.ts';
import { wording } from './wording.ts';

/** Every story there is, the current one marked, each a choice. */
export function storyListReply(desk: Desk, current: Story | undefined): Reply {
  const stories = desk.shelf.all();
  if (stories.length === 0) return refusal(wording.noStories, []);
  const items = stories.map((story) => storyItem(story, story.slug === current?.slug));
  return {
    tone: 'listing',
    ...(current && { story: storyRef(current) }),
    blocks: [
      { kind: 'heading', text: wording.stories },
      { kind: 'list', items },
      ...(stories.length > 1 ? [{ kind: 'note', content: [text(wording.storiesHint)] } as const] : []),
    ],
    actions: stories.length > 1 ? choices(stories, ({ slug }) => ({ kind: 'follow', story: slug })) : [],
  };
}

function storyItem(story: Story, current: boolean): Inline {
  const source = sourceLine(story.latest.article);
  const title: Inline = [{ kind: current ? 'strong' : 'text', text: story.title }];
  return [
    ...title,
    ...(source ? [text(` (${source.map(({ text: words }) => words).join('')})`)] : []),
    ...(current ? [text(` ${wording.current}`)] : []),
  ];
}
