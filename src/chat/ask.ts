import type { Context } from '../answering/answer.ts';
import type { Slug } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import type { Action } from './action.ts';
import { answerReply } from './answer-reply.ts';
import { askerId, contextOf } from './conversation.ts';
import type { Desk } from './desk.ts';
import { followsUp } from './follow-up.ts';
import type { Reading } from './reading.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';
import { suggestions } from './suggestions.ts';
import { askWhich, choices, label, settledStory, whichStory } from './which-story.ts';
import { wording } from './wording.ts';

/** A question longer than this is asked of every story it may be about only after one was chosen. */
const CHOICE_QUESTION = 300;
/** How many stories are read to find the one that answers. */
const CANDIDATES = 3;

/**
 * Answers a question, from the story it names, the conversation's, or the one it turns out to be about.
 * @param named what the asker called the story
 */
export function ask(desk: Desk, request: Request, question: string, named?: string): Reply {
  const settled = Boolean(named?.trim()) || settledStory(desk) !== undefined;
  if (!settled && desk.shelf.all().length > 1) return askAnyStory(desk, request, question);
  const which = whichStory(desk, named, askingAgain(question));
  return 'reply' in which ? anyStory(which.reply) : askStory(desk, request, which.story, question);
}

/** Answers from one story and remembers the turn. */
export function askStory(desk: Desk, request: Request, story: Story, question: string): Reply {
  const { asker, at } = request;
  const reading = desk.read(story);
  const version = story.latest.number;
  const before = contextOf(desk.notes.conversation, story.slug, version);
  const context = understand(reading, question, before);
  const { answer } = context;
  const follows = context.before !== undefined;
  const turn = { story: story.slug, version, question, answer, follows, by: askerId(asker) };
  desk.notes.add(turn, at);
  if (answer.kind === 'answer') desk.notes.tell(story.slug, version, at);
  const suggested = suggestions(desk, story, context);
  const elsewhere = answer.kind === 'answer' ? [] : otherStory(desk, story, question);
  const reply = answerReply({ story, reading, question, answer, actions: [...elsewhere, ...suggested] });
  return { ...reply, understood: answer.type };
}

/** The answer, and what the question turned out to follow: of two ways to understand it, the surer. */
function understand(reading: Reading, question: string, before: Context | undefined): Context {
  const follows = before === undefined ? 'no' : followsUp(question);
  const alone = follows === 'must' ? undefined : { question, answer: reading.answer(question) };
  const following =
    follows === 'no' || before === undefined
      ? undefined
      : { question, answer: reading.answer(question, before), before };
  if (alone && following) return alone.answer.confidence > following.answer.confidence ? alone : following;
  return following ?? alone ?? { question, answer: reading.answer(question) };
}

function askingAgain(question: string): (story: Story) => Action['intent'] {
  return (story) => ({
    kind: 'ask',
    story: story.slug,
    question: question.slice(0, CHOICE_QUESTION).toWellFormed(),
  });
}

/** No story is settled: the one that answers best, if one does; otherwise we ask. */
function askAnyStory(desk: Desk, request: Request, question: string): Reply {
  const stories = desk.shelf.all();
  const found = candidates(desk, question);
  const [best] = found
    .map((story) => ({ story, answer: desk.read(story).answer(question) }))
    .filter(({ answer }) => answer.kind === 'answer')
    .toSorted((a, b) => b.answer.confidence - a.answer.confidence);
  if (best) return askStory(desk, request, best.story, question);
  return anyStory(askWhich([...new Set([...found, ...stories])], askingAgain(question)));
}

/** What kind of question it is nobody has said: that is up to the story it turns out to be about. */
function anyStory(reply: Reply): Reply {
  return { ...reply, understood: 'which-story' };
}

function candidates(desk: Desk, question: string, except?: Slug): readonly Story[] {
  return desk.shelf
    .search(question)
    .filter(({ slug }) => slug !== except)
    .slice(0, CANDIDATES);
}

/** When this story does not say, another may: offered, never answered from unasked. */
function otherStory(desk: Desk, story: Story, question: string): readonly Action[] {
  if (desk.shelf.all().length < 2) return [];
  const other = candidates(desk, question, story.slug).find(
    (candidate) => desk.read(candidate).answer(question).kind === 'answer',
  );
  if (!other) return [];
  return choices([other], askingAgain(question)).map((action) => ({
    ...action,
    label: label(wording.elsewhere(other.title)),
  }));
}
