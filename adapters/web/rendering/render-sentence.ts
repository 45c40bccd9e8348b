import { html } from 'hono/html';
import { placeId } from '../../../src/chat/page-links.ts';
import type { StoryPage } from '../../../src/chat/story-pages.ts';
import { wording } from '../../../src/chat/wording.ts';
import type { Mark, Part } from './marks.ts';
import { joined, type Markup, NOTHING } from './markup.ts';
import { visible } from './visible.ts';

/** A sentence of a story as its page has it. */
export type PageSentence = StoryPage['paragraphs'][number]['sentences'][number];

/** Sentences of one paragraph, each with an address of its own; those that are marked are lit up. */
export function renderSentences(sentences: readonly PageSentence[], marks: readonly Mark[]): Markup {
  return joined(
    sentences.map((sentence, index) => html`${index > 0 ? ' ' : ''}${renderSentence(sentence, marks)}`),
  );
}

function renderSentence(sentence: PageSentence, marks: readonly Mark[]): Markup {
  const mark = marks.find(
    (each) => each.paragraph === sentence.paragraph && each.sentence === sentence.sentence,
  );
  const cut = (at: 'start' | 'end') =>
    sentence.damaged === at ? html`<span class="cut">${wording.cutMark}</span>` : NOTHING;
  const words = html`<span class="s${mark ? ' lit' : ''}" id="${placeId(sentence)}" data-at="${sentence.start}">${renderMarked(sentence, mark)}</span>`;
  return html`${cut('start')}${sentence.damaged === 'start' ? ' ' : ''}${words}${sentence.damaged === 'end' ? ' ' : ''}${cut('end')}`;
}

/** The sentence's words, with the part that matters most set off, unless that is all of it. */
function renderMarked({ text, start, end }: PageSentence, mark: Part | undefined): Markup {
  const isPart =
    mark !== undefined &&
    mark.from >= start &&
    mark.to <= end &&
    mark.to > mark.from &&
    mark.to - mark.from < end - start;
  if (!isPart) return html`${visible(text)}`;
  const [from, to] = [mark.from - start, mark.to - start];
  return html`${visible(text.slice(0, from))}<mark>${visible(text.slice(from, to))}</mark>${visible(text.slice(to))}`;
}
