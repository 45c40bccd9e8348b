import type { Story } from '../story/story.ts';
import type { Action, ActionIntent } from './action.ts';
import { text } from './citing.ts';
import { type Desk, storiesMatching, storyCalled } from './desk.ts';
import type { Reply } from './reply.ts';
import { wording } from './wording.ts';

/** The story a request speaks of, or the reply that asks for it. */
export type WhichStory = { readonly story: Story } | { readonly reply: Reply };

/** What a request is for, so that the choice of a story carries it on. */
type Purpose = (story: Story) => ActionIntent;

const MOST_CHOICES = 5;

/**
 * Finds the story: the one named, else the conversation's, else the channel's, else the only one there is.
 * @param named what the asker called it
 * @param purpose what each offered choice does
 */
export function whichStory(desk: Desk, named: string | undefined, purpose: Purpose): WhichStory {
  if (named !== undefined && named.trim() !== '') return namedStory(desk, named, purpose);
  const story = settledStory(desk);
  if (story) return { story };
  const all = desk.shelf.all();
  return { reply: all.length === 0 ? refusal(wording.noStories, []) : askWhich(all, purpose) };
}

/** The story the conversation is on, or the channel's, or the only one there is; else `undefined`. */
export function settledStory(desk: Desk): Story | undefined {
  const all = desk.shelf.all();
  return currentStory(desk) ?? (all.length === 1 ? all[0] : undefined);
}

function currentStory(desk: Desk): Story | undefined {
  const remembered = desk.notes.conversation.story;
  const inConversation = remembered && desk.shelf.get(remembered);
  if (inConversation) return inConversation;
  const followed = desk.notes.follows;
  return followed && desk.shelf.get(followed);
}

/** Asks which of several stories is meant. */
export function askWhich(stories: readonly Story[], purpose: Purpose): Reply {
  const further = stories.length - MOST_CHOICES;
  return {
    tone: 'chat',
    blocks: [
      { kind: 'prose', content: [text(wording.whichStory)] },
      ...(further > 0 ? [{ kind: 'note', content: [text(wording.furtherStories(further))] } as const] : []),
    ],
    actions: choices(stories, purpose),
  };
}

/** A button with each story's title, for the first `most` of them. */
export function choices(stories: readonly Story[], purpose: Purpose, most = MOST_CHOICES): readonly Action[] {
  return stories.slice(0, most).map((story) => ({ label: label(story.title), intent: purpose(story) }));
}

/** What cannot be done, and what can. */
export function refusal(words: string, actions: readonly Action[], hint?: string): Reply {
  return {
    tone: 'refusal',
    blocks: [
      { kind: 'prose', content: [text(words)] },
      ...(hint === undefined ? [] : [{ kind: 'note', content: [text(hint)] } as const]),
    ],
    actions,
  };
}

function namedStory(desk: Desk, named: string, purpose: Purpose): WhichStory {
  const story = storyCalled(desk.shelf, named);
  if (story) return { story };
  const matching = storiesMatching(desk.shelf, named);
  const near = matching.length > 0 ? matching : desk.shelf.search(named);
  if (near.length > 0) return { reply: askWhich(near, purpose) };
  const name = label(named.trim());
  return {
    reply: refusal(wording.unknownStory(name), choices(desk.shelf.all(), purpose), wording.mayChoose),
  };
}

const LABEL_LIMIT = 75;

/** Words on a button: cut at a word when they are too long for one. */
export function label(words: string): string {
  if (words.length <= LABEL_LIMIT) return words;
  const room = words.slice(0, LABEL_LIMIT - 1);
  const cut = room.replace(/\s+\S*$/u, '');
  const kept = cut.length > LABEL_LIMIT / 2 ? cut : room.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
}
