import type { Story } from '../story/story.ts';
import type { Action } from './action.ts';
import { summaryBlocks } from './brief-reply.ts';
import { text } from './citing.ts';
import type { Desk } from './desk.ts';
import type { Reply } from './reply.ts';
import { storyListReply } from './story-list-reply.ts';
import { sourceLine, storyRef } from './story-ref.ts';
import { suggestions } from './suggestions.ts';
import { settledStory } from './which-story.ts';
import { wording } from './wording.ts';

/** A greeting is short: so many stories and so many questions, no more. */
const STORIES = 5;
const QUESTIONS = 3;

/** Hello: what this is, the story in one sentence or the newest stories, and questions to start with. */
export function greetingReply(desk: Desk): Reply {
  const story = settledStory(desk);
  return story ? helloStory(desk, story) : helloStories(desk);
}

function helloStory(desk: Desk, story: Story): Reply {
  const reading = desk.read(story);
  const source = sourceLine(reading.article);
  return {
    tone: 'chat',
    story: storyRef(story),
    blocks: [
      { kind: 'prose', content: [text(wording.hello)] },
      { kind: 'heading', text: reading.article.title },
      ...(source ? [{ kind: 'note', content: source } as const] : []),
      ...summaryBlocks(reading, 'line'),
    ],
    actions: suggestions(desk, story),
  };
}

function helloStories(desk: Desk): Reply {
  const list = storyListReply(desk, undefined, STORIES);
  if (list.tone === 'refusal') return list;
  const hello = { kind: 'prose', content: [text(wording.helloMany(desk.shelf.all().length))] } as const;
  return {
    ...list,
    tone: 'chat',
    blocks: [hello, ...list.blocks],
    actions: [...questions(desk), ...list.actions],
  };
}

/** One of each of the newest stories, then a second of each, until there are enough. */
function questions(desk: Desk): readonly Action[] {
  const each = desk.shelf
    .all()
    .slice(0, QUESTIONS)
    .map((story) => suggestions(desk, story));
  const inTurn = [0, 1, 2].flatMap((turn) => each.flatMap((asked) => asked[turn] ?? []));
  return inTurn.slice(0, QUESTIONS);
}
