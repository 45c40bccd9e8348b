import type { Action } from '../chat/action.ts';
import { summaryBlocks } from '../chat/brief-reply.ts';
import { changeBlocks } from '../chat/change-blocks.ts';
import { text } from '../chat/citing.ts';
import type { SubscriptionId } from '../chat/digest-intent.ts';
import { linkBlocks } from '../chat/page-links.ts';
import type { Reading, Shelf } from '../chat/reading.ts';
import type { Block, Reply } from '../chat/reply.ts';
import { sourceLine, storyRef } from '../chat/story-ref.ts';
import { label } from '../chat/which-story.ts';
import { wording } from '../chat/wording.ts';
import { digestWording } from '../chat/wording-digest.ts';
import type { Article, Slug } from '../story/article.ts';
import type { Compose, DigestContent, Occasion } from './content.ts';
import { momentWords, scheduleWords } from './schedule-words.ts';
import { type StoryNews, storyNews } from './story-news.ts';
import type { Subscription } from './subscription.ts';

/** What digests are written from. */
export interface Sources {
  readonly stories: Shelf;
  /** Makes an article ready, and remembers it: the chat's own. */
  readonly read: (article: Article) => Reading;
  /** Where our own page is reached from outside: citations lead there when the story has no address of its own. */
  readonly publicUrl?: string | undefined;
}

/** Stories told in one digest; further ones are named, and what is new of them is told in the next. */
const TOLD = 8;
/** Of those further ones, as many are named as somebody reads. */
const NAMED = 20;
const QUESTIONS = 3;
const STORY_BUTTONS = 5;

/** A writer of digests from these sources. */
export function createCompose(sources: Sources): Compose {
  return async (subscription, occasion) => compose(sources, subscription, occasion);
}

function compose(sources: Sources, subscription: Subscription, occasion: Occasion): DigestContent {
  const { whenUnchanged, briefed, story } = subscription;
  const news = storyNews(sources.stories, story, briefed, occasion.begun);
  if (news.length === 0) return { kind: 'skip', reason: 'no-story' };
  const isQuiet = news.every(({ kind }) => kind === 'unchanged');
  if (isQuiet && whenUnchanged === 'silent') return { kind: 'skip', reason: 'unchanged' };
  const told = whenUnchanged === 'send' ? news : news.filter(isNews);
  const further = told.slice(TOLD);
  const waiting = further.filter(isNews);
  const [only] = told.length === 1 || story !== undefined ? told : [];
  const blocks = [
    ...lateBlocks(subscription, occasion),
    ...(isQuiet ? [prose(nothingNew(news))] : []),
    ...told.slice(0, TOLD).flatMap((one) => linkedNews(sources, one, told.length === 1)),
    ...furtherBlocks(digestWording.nextTime, waiting),
    ...furtherBlocks(
      digestWording.further,
      further.filter((one) => !isNews(one)),
    ),
    ...(isQuiet || whenUnchanged === 'silent' ? [] : restBlocks(news, told)),
    note(smallPrint(subscription)),
  ];
  const about = only ?? (isQuiet && news.length === 1 ? news[0] : undefined);
  const reply: Reply = {
    tone: 'digest',
    ...(about && { story: storyRef(about.story) }),
    blocks,
    actions: [
      ...(about ? storyActions(sources, about) : storyButtons(told)),
      ...standingActions(subscription.id),
    ],
  };
  return {
    kind: 'reply',
    reply,
    versions: versionsOf(news),
    told: versionsOf(news.filter((one) => !waiting.includes(one))),
  };
}

function isNews({ kind }: StoryNews): boolean {
  return kind !== 'unchanged';
}

function versionsOf(news: readonly StoryNews[]): ReadonlyMap<Slug, number> {
  return new Map(news.map(({ story: { slug, latest } }) => [slug, latest.number]));
}

/** "Change" and "Stop", which every digest carries. */
function standingActions(subscription: SubscriptionId): readonly Action[] {
  return [
    { label: digestWording.buttons.change, intent: { kind: 'digest', verb: 'change', subscription } },
    { label: digestWording.buttons.stop, intent: { kind: 'digest', verb: 'pause', subscription } },
  ];
}

function linkedNews(sources: Sources, news: StoryNews, alone: boolean): readonly Block[] {
  const blocks = newsBlocks(sources, news, alone);
  const { publicUrl } = sources;
  return publicUrl === undefined ? blocks : linkBlocks(blocks, storyRef(news.story), publicUrl);
}

function newsBlocks({ read }: Sources, news: StoryNews, alone: boolean): readonly Block[] {
  const { story } = news;
  const reading = read(story.latest.article);
  const source = sourceLine(reading.article);
  const head: readonly Block[] = [
    { kind: 'heading', text: story.title },
    ...(source ? [{ kind: 'note', content: source } as const] : []),
  ];
  if (news.kind === 'changed') {
    return [
      ...head,
      prose(digestWording.changedSince),
      ...changeBlocks(news.changes, { before: news.before, after: story.latest }),
    ];
  }
  return [
    ...head,
    // Corrections come before what they correct.
    ...reading.article.corrections.map((words) => note(wording.correction(words))),
    ...summaryBlocks(reading, alone ? 'short' : 'line'),
  ];
}

function lateBlocks({ schedule }: Subscription, { late, occurrenceAt }: Occasion): readonly Block[] {
  if (!late) return [];
  return [note(digestWording.late(momentWords(schedule.zone, occurrenceAt, occurrenceAt)))];
}

function nothingNew(news: readonly StoryNews[]): string {
  const [first] = news;
  return news.length === 1 && first
    ? digestWording.nothingNew(first.story.title)
    : digestWording.nothingNewInAny(news.length);
}

/** Stories beyond those that are told: their titles, and how many more there are. */
function furtherBlocks(words: string, further: readonly StoryNews[]): readonly Block[] {
  if (further.length === 0) return [];
  const unnamed = further.length - NAMED;
  return [
    prose(words),
    { kind: 'list', items: further.slice(0, NAMED).map(({ story }) => [text(story.title)]) },
    ...(unnamed > 0 ? [note(wording.furtherStories(unnamed))] : []),
  ];
}

function restBlocks(news: readonly StoryNews[], told: readonly StoryNews[]): readonly Block[] {
  const rest = news.filter((one) => !told.includes(one));
  if (rest.length === 0) return [];
  const [only] = rest;
  const words =
    rest.length === 1 && only
      ? digestWording.nothingNew(only.story.title)
      : digestWording.restUnchanged(rest.length);
  return [note(words)];
}

function storyActions({ read }: Sources, { story }: StoryNews): readonly Action[] {
  const { slug } = story;
  const questions = read(story.latest.article).suggestions(QUESTIONS);
  return [
    ...questions.map(
      (question): Action => ({ label: label(question), intent: { kind: 'ask', story: slug, question } }),
    ),
    { label: wording.more, intent: { kind: 'brief', story: slug, depth: 'full' } },
  ];
}

function storyButtons(told: readonly StoryNews[]): readonly Action[] {
  return told.slice(0, STORY_BUTTONS).map(({ story: { slug, title } }) => ({
    label: label(title),
    intent: { kind: 'brief', story: slug, depth: 'short' },
  }));
}

function smallPrint({ schedule, story }: Subscription): string {
  const words = scheduleWords(schedule);
  return story === undefined ? digestWording.printAll(words) : digestWording.print(words);
}

function prose(words: string): Block {
  return { kind: 'prose', content: [text(words)] };
}

function note(words: string): Block {
  return { kind: 'note', content: [text(words)] };
}
