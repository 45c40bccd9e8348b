import type { Story } from '../story/story.ts';
import { text } from './citing.ts';
import type { Desk } from './desk.ts';
import type { Block, Inline, Reply } from './reply.ts';
import { sourceLine, storyRef } from './story-ref.ts';
import { choices, refusal } from './which-story.ts';
import { wording } from './wording.ts';

/** The newest are what people come for; an archive is searched, not read through. */
const LISTED = 20;

/**
 * The newest stories, the current one marked, each a choice.
 * @param most how many at most
 */
export function storyListReply(desk: Desk, current: Story | undefined, most = LISTED): Reply {
  const all = desk.shelf.all();
  const stories = all.slice(0, most);
  if (stories.length === 0) return refusal(wording.noStories, []);
  const items = stories.map((story) => storyItem(story, story.slug === current?.slug));
  return {
    tone: 'listing',
    ...(current && { story: storyRef(current) }),
    blocks: [
      { kind: 'heading', text: wording.stories },
      { kind: 'list', items },
      ...(stories.length > 1 ? [note(wording.storiesHint)] : []),
      ...(all.length > most ? [note(wording.furtherStories(all.length - most))] : []),
    ],
    actions:
      stories.length > 1 ? choices(stories, ({ slug }) => ({ kind: 'follow', story: slug }), most) : [],
  };
}

function note(words: string): Block {
  return { kind: 'note', content: [text(words)] };
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
