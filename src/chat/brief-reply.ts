import type { Depth } from '../briefing/brief.ts';
import type { Story } from '../story/story.ts';
import type { Action, View } from './action.ts';
import { citedWords, text } from './citing.ts';
import type { Reading } from './reading.ts';
import type { Block, Reply } from './reply.ts';
import { sourceLine, storyRef } from './story-ref.ts';
import { type Past, readLine } from './whats-new.ts';
import { wording } from './wording.ts';

const VIEWS_OFFERED: readonly View[] = ['people', 'quotes', 'timeline', 'sources'];

/** What a brief says and offers beside the story. */
export interface Beside {
  /** Suggested next questions. */
  readonly questions?: readonly Action[];
  /** For whoever has read another version: that they have, and the way to what is new. */
  readonly past?: Past;
}

/**
 * The brief of a story: its title, where and when it appeared, and the summary in the story's own sentences.
 */
export function briefReply(
  story: Story,
  reading: Reading,
  depth: Depth,
  { questions = [], past = { versions: [] } }: Beside = {},
): Reply {
  const source = sourceLine(reading.article);
  const known = readLine(story.latest, past);
  return {
    tone: 'brief',
    story: storyRef(story),
    blocks: [
      { kind: 'heading', text: reading.article.title },
      ...(source ? [{ kind: 'note', content: source } as const] : []),
      ...known,
      ...summaryBlocks(reading, depth),
      ...reading.article.corrections.map((words) => note(wording.correction(words))),
    ],
    actions: [
      ...(known.length > 0 ? viewActions(story, ['changes']) : []),
      ...questions,
      ...deeper(story, depth),
      ...viewActions(story, VIEWS_OFFERED),
    ],
  };
}

/** The summary alone. The key points are a list; a few sentences stand as paragraphs. */
export function summaryBlocks(reading: Reading, depth: Depth): readonly Block[] {
  const sentences = reading.brief(depth).summary.map((cited) => citedWords(reading.article, cited));
  if (sentences.length === 0) return [note(wording.noSummary)];
  if (depth === 'full') return [{ kind: 'list', items: sentences }];
  return sentences.map((content) => ({ kind: 'prose', content }));
}

/** Buttons that open views of a story. */
export function viewActions(story: Story, views: readonly View[]): readonly Action[] {
  return views.map((view) => ({
    label: wording.views[view],
    intent: { kind: 'view', story: story.slug, view },
  }));
}

function deeper(story: Story, depth: Depth): readonly Action[] {
  if (depth === 'full') return [];
  const next = depth === 'line' ? 'short' : 'full';
  return [{ label: wording.more, intent: { kind: 'brief', story: story.slug, depth: next } }];
}

function note(words: string): Block {
  return { kind: 'note', content: [text(words)] };
}
